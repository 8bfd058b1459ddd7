package io.campaignpulse.events.views;

import io.campaignpulse.events.offers.CustomerFacts;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Trigger;
import java.util.List;

/**
 * What to propose to a customer at one moment, or why nothing.
 *
 * @param decisionId the same whenever this moment is decided on again
 * @param at the moment, in epoch milliseconds of event time
 * @param customerId whose moment it is
 * @param channel on which the offer would be made; null where any will do
 * @param about products and categories that the moment is about
 * @param offerId the next best offer; null for none
 * @param silence why none; null where there is one
 * @param candidates every offer that was thought of, the best first, then those that were blocked
 * @param facts what was known of the customer, by which rules can be tried again
 */
public record OfferDecision(
    String decisionId,
    Trigger.Kind trigger,
    String eventId,
    long at,
    String customerId,
    String channel,
    List<String> about,
    String offerId,
    Silence silence,
    List<Candidate> candidates,
    CustomerFacts facts) {

  /**
   * One offer that was thought of.
   *
   * @param priority of the offer: propensity times context times value times lever; 0 where it was
   *     blocked
   * @param factors of the priority; null where it was blocked
   * @param blockedBy the rule that forbids the offer; null where none does
   * @param detail what exactly the rule says, such as the cap that was reached; or null
   */
  public record Candidate(
      String offerId, double priority, Factors factors, Silence blockedBy, String detail) {}

  /**
   * What makes an offer important.
   *
   * @param propensity the probability of acceptance that was drawn from what is known of it, so
   *     that offers of which little is known get their chance
   * @param expectedPropensity the mean of what is known of it
   * @param presented how often the offer was made that this is learned from, in the same tier and
   *     on the same channel
   * @param context weight of the moment
   * @param reasons the names of the context weights that hold
   * @param value in major units of the reporting currency
   * @param lever of the business
   */
  public record Factors(
      double propensity,
      double expectedPropensity,
      long presented,
      double context,
      List<String> reasons,
      double value,
      double lever) {}

  /** The offer that is to be made; null for none. */
  public Candidate best() {
    return offerId == null ? null : candidates.get(0);
  }
}
