package io.campaignpulse.dashboard.queues;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.events.views.ServiceCounts;
import io.campaignpulse.events.views.ValueRanks;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Writes queues and calls as they are told to who asks. */
final class QueueJson {
  private static final List<String> TIERS = List.of(ValueRanks.A, ValueRanks.B, ValueRanks.C);

  private QueueJson() {}

  /**
   * How a queue does.
   *
   * @param state null while nothing is known of it but its calls
   */
  static ObjectNode queue(
      String name, QueueState state, Collection<RoutingDecision> calls, Instant now) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("queue", name);
    json.put("asOf", now.toString());
    json.put("mode", CallOrder.mode(state).name());
    json.put("modeSince", state == null ? null : text(state.modeSince()));
    json.put("windowSeconds", state == null ? null : state.windowSeconds());
    json.put("queued", state == null ? null : state.queued());
    json.put("answered", state == null ? null : state.answered());
    json.put("abandoned", state == null ? null : state.abandoned());
    waiting(json, calls);
    json.put("longestWaitSeconds", longest(calls, now));
    var expected = json.putObject("expectedWaitSeconds");
    TIERS.forEach(tier -> expected.put(tier, expected(state, tier)));
    json.set("serviceLevel", state == null ? null : serviceLevel(state.service()));
    json.put("agentsActive", state == null ? null : state.agentsActive());
    arrivals(json.putArray("arrivals"), state);
    return json;
  }

  private static void arrivals(ArrayNode json, QueueState state) {
    if (state != null && state.arrivals() != null) {
      for (var quarter : state.arrivals()) {
        var entry = json.addObject().put("from", text(quarter.at()));
        entry.put("calls", quarter.calls()).put("dayBefore", quarter.dayBefore());
      }
    }
  }

  /** The level by one definition, and the counts of which all others are made. */
  private static ObjectNode serviceLevel(ServiceCounts counts) {
    if (counts == null) {
      return null;
    }
    var json = JsonNodeFactory.instance.objectNode();
    var level = counts.level();
    json.put("definition", "WITHOUT_SHORT_ABANDONS");
    json.put("thresholdSeconds", ServiceCounts.THRESHOLD_SECONDS);
    json.put("windowSeconds", counts.windowSeconds());
    json.put("level", level.isPresent() ? level.getAsDouble() : null);
    json.put("of", counts.due());
    json.put("answeredWithin", counts.answeredWithin());
    json.put("answered", counts.answered());
    json.put("abandonedWithin", counts.abandonedWithin());
    json.put("abandoned", counts.abandoned());
    return json;
  }

  private static void waiting(ObjectNode json, Collection<RoutingDecision> calls) {
    var byTier = new TreeMap<String, Long>();
    TIERS.forEach(tier -> byTier.put(tier, 0L));
    calls.forEach(call -> byTier.merge(call.tier(), 1L, Long::sum));
    var waiting = json.putObject("waiting");
    byTier.forEach(waiting::put);
  }

  private static Double longest(Collection<RoutingDecision> calls, Instant now) {
    return calls.stream()
        .map(call -> CallOrder.waited(call, now))
        .max(Double::compare)
        .orElse(null);
  }

  private static Double expected(QueueState state, String tier) {
    return state == null || state.expectedWaitSeconds() == null
        ? null
        : state.expectedWaitSeconds().get(tier);
  }

  /** A call and the decision on it. */
  static ObjectNode call(RoutingDecision call, Instant now) {
    return decision(call).put("waitSeconds", CallOrder.waited(call, now));
  }

  /** The decision on a call, whether or not it waits still. */
  static ObjectNode decision(RoutingDecision call) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("callId", call.callId());
    json.put("decisionId", call.decisionId());
    json.put("queue", call.queue());
    json.put("queuedAt", text(call.queuedAt()));
    json.put("customerId", call.customerId());
    json.put("identity", call.identity());
    json.put("tier", call.tier());
    json.put("isNew", call.isNew());
    json.put("score", call.score());
    json.putPOJO("reasons", call.reasons());
    json.put("rate", call.rate());
    json.put("mode", call.mode() == null ? null : call.mode().name());
    json.put("suggestedQueue", call.suggestedQueue());
    json.put("callReason", call.callReason() == null ? null : call.callReason().name());
    json.put("language", call.language());
    json.put("lastAgentId", call.lastAgentId());
    json.put("dialledNumber", call.dialledNumber());
    json.put("campaignCode", call.campaignCode());
    json.put("expectedWaitSeconds", call.expectedWaitSeconds());
    json.putPOJO("offer", call.offer());
    return json;
  }

  private static String text(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis).toString();
  }
}
