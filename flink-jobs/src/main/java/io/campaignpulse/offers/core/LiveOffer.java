package io.campaignpulse.offers.core;

import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.offers.InvalidRuleException;
import io.campaignpulse.events.offers.OfferRule;
import io.campaignpulse.events.offers.Trigger;

/**
 * An offer, ready to be thought of.
 *
 * @param rule null for an offer that everybody may get
 */
public record LiveOffer(Offer offer, OfferRule rule) {

  public static LiveOffer of(Offer offer) {
    try {
      var rule = offer.getEligibility() == null ? null : OfferRule.of(offer.getEligibility());
      return new LiveOffer(offer, rule);
    } catch (InvalidRuleException e) {
      throw new IllegalStateException("what was checked before: " + offer.getOfferId(), e);
    }
  }

  public String id() {
    return offer.getOfferId();
  }

  /** Whether it holds at a moment of event time, in epoch milliseconds. */
  boolean runs(long at) {
    var starts = offer.getStartsAt();
    var ends = offer.getEndsAt();
    return (starts == null || starts.toEpochMilli() <= at)
        && (ends == null || at <= ends.toEpochMilli());
  }

  /** Whether it may be made on a channel; where any will do it may. */
  boolean on(String channel) {
    return channel == null
        || offer.getChannels().isEmpty()
        || offer.getChannels().contains(channel);
  }

  /** Whether a moment is about what it offers. */
  boolean about(Trigger moment) {
    return about(moment, offer.getProductId()) || about(moment, offer.getCategory());
  }

  private static boolean about(Trigger moment, String offered) {
    return offered != null && moment.about().contains(offered);
  }

  /** In major units of the reporting currency; 1 where the offer does not say. */
  double value() {
    return offer.getValue() == null ? 1 : offer.getValue().doubleValue();
  }
}
