package io.campaignpulse.events.views;

import io.campaignpulse.events.avro.CallReason;
import io.campaignpulse.events.priority.PriorityScore.Reason;
import io.campaignpulse.events.routing.QueueMode;
import java.util.List;

/**
 * How one queued call should be answered, as of the moment it was queued.
 *
 * @param decisionId the same whenever this call's queueing is decided on again
 * @param queue where the call waits
 * @param queuedAt epoch milliseconds of event time
 * @param customerId null for a caller known by nothing but an identity
 * @param identity by which an unknown caller is called, by its key; null for known customers
 * @param dialledNumber the number that was called
 * @param campaignCode the campaign code that the call carries, or null
 * @param isNew whether the customer never bought
 * @param reasons whose points add up to the score
 * @param suggestedQueue the one that should take the call
 * @param callReason why the customer probably calls
 * @param language of the customer; null if not known
 * @param lastAgentId who sold to the customer or solved something for them last; or null
 * @param rate priority gained in a second of waiting
 * @param mode in which the queue was then
 * @param expectedWaitSeconds null while nothing is known of waits in this queue
 * @param offer what to propose to the caller; null for nothing
 */
public record RoutingDecision(
    String decisionId,
    String callId,
    String queue,
    long queuedAt,
    String customerId,
    String identity,
    String dialledNumber,
    String campaignCode,
    double score,
    String tier,
    boolean isNew,
    List<Reason> reasons,
    String suggestedQueue,
    CallReason callReason,
    String language,
    String lastAgentId,
    double rate,
    QueueMode mode,
    Double expectedWaitSeconds,
    NextOffer offer) {

  /** The next best offer to a caller, and the decision by which it is. */
  public record NextOffer(String decisionId, String offerId) {}

  /** The decision with what the queue adds to it. */
  public RoutingDecision decided(
      String suggested, double atRate, QueueMode inMode, Double expectedWait) {
    return new RoutingDecision(
        decisionId,
        callId,
        queue,
        queuedAt,
        customerId,
        identity,
        dialledNumber,
        campaignCode,
        score,
        tier,
        isNew,
        reasons,
        suggested,
        callReason,
        language,
        lastAgentId,
        atRate,
        inMode,
        expectedWait,
        offer);
  }
}
