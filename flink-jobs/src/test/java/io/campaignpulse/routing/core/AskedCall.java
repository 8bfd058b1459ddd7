package io.campaignpulse.routing.core;

import io.campaignpulse.events.avro.CallReason;
import io.campaignpulse.events.views.RoutingDecision;
import java.util.List;

/** What the caller of tests says of a queued call, before its queue decides. */
public record AskedCall(
    String queue,
    String callId,
    long at,
    String tier,
    double score,
    CallReason reason,
    String language,
    String lastAgentId) {
  /** Of a customer whom nothing else is known of. */
  public static AskedCall of(String queue, String callId, long at) {
    return new AskedCall(queue, callId, at, "B", 50, CallReason.OTHER, null, null);
  }

  public AskedCall servedBy(String agentId) {
    return new AskedCall(queue, callId, at, tier, score, reason, language, agentId);
  }

  public RoutingDecision decision() {
    return new RoutingDecision(
        "d-" + callId,
        callId,
        queue,
        at,
        "anna",
        null,
        "+1",
        null,
        score,
        tier,
        false,
        List.of(),
        queue,
        reason,
        language,
        lastAgentId,
        0,
        null,
        null,
        null);
  }
}
