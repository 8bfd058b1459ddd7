package io.campaignpulse.routing.core;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.priority.PriorityScore;
import io.campaignpulse.events.routing.QueueRules;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.events.views.RoutingDecision.NextOffer;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.ingest.core.Touch;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a queued call's caller says of how it should be answered. */
public final class Callers {
  private Callers() {}

  /** Whether anything became of a call since it was queued. */
  public static boolean waits(Touch queued, Page events) {
    return events.ofUnit(queued.unitId()).stream()
        .noneMatch(touch -> touch.kind() == Touch.Kind.OUTCOME && touch.at() >= queued.at());
  }

  /** What there is to know of a caller. */
  public record Caller(
      String customer,
      PriorityScore score,
      Signals signals,
      String tier,
      boolean isNew,
      String language,
      String lastAgentId,
      boolean answersCampaign,
      NextOffer offer) {}

  /** The decision on a call as far as the caller alone determines it. */
  public static RoutingDecision ask(Touch queued, Caller caller) {
    var unknown = Identities.namesNobody(caller.customer());
    return new RoutingDecision(
        decisionId(queued.eventId()),
        queued.unitId(),
        queued.queue(),
        queued.at(),
        unknown ? null : caller.customer(),
        unknown ? caller.customer() : null,
        queued.dialled(),
        queued.code(),
        caller.score().score(),
        caller.tier() == null ? ValueRanks.C : caller.tier(),
        caller.isNew(),
        caller.score().reasons(),
        queued.queue(),
        QueueRules.reason(caller.signals(), caller.answersCampaign(), queued.at()),
        caller.language(),
        caller.lastAgentId(),
        0,
        null,
        null,
        caller.offer());
  }

  /** The same for the same event, so that whoever reads decisions can drop repeats. */
  private static String decisionId(String eventId) {
    return UUID.nameUUIDFromBytes(("routing " + eventId).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
