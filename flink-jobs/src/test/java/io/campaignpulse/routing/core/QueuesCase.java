package io.campaignpulse.routing.core;

import io.campaignpulse.events.avro.CallReason;
import io.campaignpulse.events.avro.QueueRule;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;
import java.util.List;

/** Queues of tests, in which calls wait and are answered. */
abstract class QueuesCase {
  static final long SECOND = 1_000;
  static final long HOUR = 3_600 * SECOND;
  static final long START = 400_000 * HOUR;

  /** Much later: to what happened in the past the clock sets no bounds. */
  static final long CLOCK = 500_000 * HOUR;

  final CallQueues queues = new CallQueues();
  Routing routing = routing();

  static Routing routing(QueueRule... rules) {
    return new Routing(
        RoutingRules.newBuilder().setRulesId("CURRENT").setQueues(List.of(rules)).build());
  }

  static RoutingDecision call(String callId, String tier, double score, long at) {
    return in("sales", callId, tier, score, at);
  }

  static RoutingDecision in(String queue, String callId, String tier, double score, long at) {
    return new AskedCall(queue, callId, at, tier, score, CallReason.CART, "ko", null).decision();
  }

  RoutingDecision queued(RoutingDecision call) {
    return queues.queued(call, routing, CLOCK).orElseThrow().decision();
  }

  void answered(String callId, long at) {
    queues.left(callId, Act.ANSWERED, at, routing, CLOCK);
  }

  QueueState state() {
    return queues.states(routing).get(0);
  }

  List<String> waiting() {
    return queues.all().stream()
        .flatMap(queue -> queue.waiting().stream())
        .map(RoutingDecision::callId)
        .toList();
  }
}
