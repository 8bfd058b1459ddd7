package io.campaignpulse.dashboard;

import io.campaignpulse.events.avro.CallReason;
import io.campaignpulse.events.priority.PriorityScore.Kind;
import io.campaignpulse.events.priority.PriorityScore.Reason;
import io.campaignpulse.events.routing.QueueMode;
import io.campaignpulse.events.views.QuarterHour;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.events.views.RoutingDecision.NextOffer;
import io.campaignpulse.events.views.ServiceCounts;
import java.util.List;
import java.util.Map;

/** Waiting calls and queues as the jobs write them. */
final class Calls {
  static final String QUEUE = "sales";
  private static final long NOW = Served.NOW.toEpochMilli();

  private Calls() {}

  static RoutingDecision of(String callId, String customerId, String tier, double rate, int waits) {
    return call(callId, customerId, null, tier, rate, waits);
  }

  static RoutingDecision ofUnknown(String callId, String identity, double rate, int waits) {
    return call(callId, null, identity, "C", rate, waits);
  }

  private static RoutingDecision call(
      String callId, String customerId, String identity, String tier, double rate, int waits) {
    return new RoutingDecision(
        "decision-" + callId,
        callId,
        QUEUE,
        NOW - waits * 1_000L,
        customerId,
        identity,
        "+4930901820",
        "SPRING",
        43.8,
        tier,
        false,
        List.of(new Reason(Kind.VALUE, 43.8)),
        "complaints",
        CallReason.CAMPAIGN,
        "de",
        "agent-7",
        rate,
        QueueMode.ACCUMULATING,
        12.5,
        new NextOffer("offer-decision-" + callId, "warranty"));
  }

  static QueueState state(QueueMode mode) {
    return state(mode, new ServiceCounts(3_600, 143, 160, 6, 20));
  }

  static QueueState state(QueueMode mode, ServiceCounts service) {
    return new QueueState(
        QUEUE,
        NOW,
        mode,
        NOW - 60_000,
        300,
        40,
        35,
        4,
        Map.of("A", 4.5, "B", 9.0),
        service,
        7,
        List.of(
            new QuarterHour(NOW - 1_830_000, 31, 29L), new QuarterHour(NOW - 930_000, 12, null)));
  }
}
