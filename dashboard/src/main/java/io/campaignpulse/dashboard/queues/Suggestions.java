package io.campaignpulse.dashboard.queues;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.ports.QueueStore.Waiting;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.routing.QueueRules;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.RoutingDecision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The queues that should take the waiting calls, had they been queued now under other rules. */
record Suggestions(List<Suggestion> all) {
  /** A call, and the queue that should take it by the rules in use and by the others. */
  record Suggestion(RoutingDecision call, String before, String after) {
    boolean changes() {
      return !before.equals(after);
    }

    void write(ObjectNode json, String name) {
      json.put("queue", call.queue()).put("callId", call.callId());
      json.put("customerId", call.customerId()).put("identity", call.identity());
      json.put("name", name).put("tier", call.tier()).put("language", call.language());
      json.put("callReason", call.callReason().name()).put("lastAgentId", call.lastAgentId());
      json.put("before", before).put("after", after);
    }
  }

  private static final Comparator<Suggestion> LONGEST_WAIT_FIRST =
      Comparator.<Suggestion>comparingLong(each -> each.call.queuedAt())
          .thenComparing(each -> each.call.callId());

  static Suggestions of(
      Collection<Waiting> queues, AgentsActive agents, RoutingRules inUse, RoutingRules proposed) {
    var all = new ArrayList<Suggestion>();
    for (var queue : queues) {
      for (var call : queue.calls()) {
        var before = QueueRules.queue(inUse, call, agents::has);
        all.add(new Suggestion(call, before, QueueRules.queue(proposed, call, agents::has)));
      }
    }
    return new Suggestions(all);
  }

  /** Those that another queue should take, the longest wait first. */
  List<Suggestion> changing() {
    return all.stream().filter(Suggestion::changes).sorted(LONGEST_WAIT_FIRST).toList();
  }

  /** How many calls wait in another queue than the one that should take them. */
  void writeElsewhere(ObjectNode json) {
    json.put("before", elsewhere(Suggestion::before)).put("after", elsewhere(Suggestion::after));
  }

  private long elsewhere(Function<Suggestion, String> queue) {
    return all.stream().filter(each -> !queue.apply(each).equals(each.call.queue())).count();
  }
}
