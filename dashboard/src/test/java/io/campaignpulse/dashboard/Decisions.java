package io.campaignpulse.dashboard;

import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.offers.CustomerFacts;
import io.campaignpulse.events.offers.CustomerFacts.Owned;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferDecision.Candidate;
import io.campaignpulse.events.views.OfferDecision.Factors;
import io.campaignpulse.events.views.OfferFigures;
import java.util.List;
import java.util.Map;

/** Offers, and decisions on them as the jobs write them. */
final class Decisions {
  static final long AT = Served.NOW.toEpochMilli() - 60_000;

  private Decisions() {}

  static Offer offer(String id, String... channels) {
    return Offer.newBuilder()
        .setOfferId(id)
        .setName("The " + id)
        .setPitch("Take the " + id)
        .setCategory("Cooling")
        .setChannels(List.of(channels))
        .build();
  }

  static Candidate open(String offerId, double priority) {
    var factors = new Factors(0.4, 0.3, 50, 1.5, List.of("on the line"), 20.5, 1.1);
    return new Candidate(offerId, priority, factors, null, null);
  }

  static Candidate blocked(String offerId, Silence by) {
    return new Candidate(offerId, 0, null, by, by == Silence.OFFER_CAP ? "2 in 168 hours" : null);
  }

  /** On the phone, a minute ago; the first candidate is made unless it is blocked. */
  static OfferDecision of(String customerId, Silence silence, Candidate... candidates) {
    return new OfferDecision(
        "decision-" + customerId,
        Trigger.Kind.CALL_ANSWERED,
        "event-" + customerId,
        AT,
        customerId,
        "PHONE",
        List.of("fridge", "Cooling"),
        silence == null ? candidates[0].offerId() : null,
        silence,
        List.of(candidates),
        facts("C"));
  }

  static CustomerFacts facts(String tier) {
    return new CustomerFacts(
        tier, null, "de", List.of(), List.of(new Owned("fridge", "Cooling", AT - 86_400_000L)));
  }

  /** A moment of a customer in a tier. */
  static OfferDecision moment(String decisionId, String customerId, String tier, long at) {
    return new OfferDecision(
        decisionId,
        Trigger.Kind.CART_ABANDONED,
        "event",
        at,
        customerId,
        "WEB",
        List.of("fridge", "Cooling"),
        null,
        Silence.NO_OFFER,
        List.of(),
        facts(tier));
  }

  /** What came of an offer that was presented and accepted so often. */
  static OfferFigures figures(String offerId, long presented, long accepted) {
    return new OfferFigures(
        offerId,
        presented + 5,
        presented,
        accepted,
        3,
        123_456,
        Map.of(Silence.OFFER_CAP, 7L, Silence.NOT_ELIGIBLE, 9L),
        Map.of());
  }
}
