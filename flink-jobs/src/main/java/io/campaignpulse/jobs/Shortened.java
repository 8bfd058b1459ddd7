package io.campaignpulse.jobs;

import io.campaignpulse.events.offers.CustomerFacts;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferDecision.Candidate;
import io.campaignpulse.events.views.OfferDecision.Factors;
import io.campaignpulse.events.views.RoutingDecision;
import java.util.List;

/**
 * What is told of a decision that would be too large for Kafka: what it is, without what is told
 * beside it. Ids in it are as short as the door lets them be, so this always fits.
 */
final class Shortened {
  private static final int LONGEST_TEXT = 1_000;
  private static final int MOST_CANDIDATES = 200;

  private Shortened() {}

  /** A routing decision without texts that nobody could use as they are that long. */
  static RoutingDecision routing(RoutingDecision decision) {
    var suggested = brief(decision.suggestedQueue());
    return new RoutingDecision(
        decision.decisionId(),
        decision.callId(),
        decision.queue(),
        decision.queuedAt(),
        decision.customerId(),
        decision.identity(),
        decision.dialledNumber(),
        brief(decision.campaignCode()),
        decision.score(),
        decision.tier(),
        decision.isNew(),
        decision.reasons(),
        suggested == null ? decision.queue() : suggested,
        decision.callReason(),
        brief(decision.language()),
        brief(decision.lastAgentId()),
        decision.rate(),
        decision.mode(),
        decision.expectedWaitSeconds(),
        decision.offer());
  }

  /**
   * An offer decision with the first of its candidates, which the offer that is to be made is, and
   * of the customer no more than the tier, so that rules tried on it see somebody who owns nothing.
   */
  static OfferDecision offer(OfferDecision decision) {
    return new OfferDecision(
        decision.decisionId(),
        decision.trigger(),
        decision.eventId(),
        decision.at(),
        decision.customerId(),
        decision.channel(),
        List.of(),
        decision.offerId(),
        decision.silence(),
        decision.candidates().stream().limit(MOST_CANDIDATES).map(Shortened::candidate).toList(),
        new CustomerFacts(decision.facts().tier(), null, null, List.of(), List.of()));
  }

  private static Candidate candidate(Candidate whole) {
    return new Candidate(
        whole.offerId(), whole.priority(), factors(whole.factors()), whole.blockedBy(), null);
  }

  private static Factors factors(Factors whole) {
    return whole == null
        ? null
        : new Factors(
            whole.propensity(),
            whole.expectedPropensity(),
            whole.presented(),
            whole.context(),
            List.of(),
            whole.value(),
            whole.lever());
  }

  private static String brief(String text) {
    return text == null || text.length() <= LONGEST_TEXT ? text : null;
  }
}
