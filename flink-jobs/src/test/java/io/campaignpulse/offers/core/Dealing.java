package io.campaignpulse.offers.core;

import static io.campaignpulse.response.core.Fixtures.START;

import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.OfferPolicy;
import io.campaignpulse.events.offers.CustomerFacts;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import java.math.BigDecimal;
import java.util.List;

/** Offers, moments and customers that the tests of offers share. */
public final class Dealing {
  public static final long HOUR = 3_600_000;
  static final CustomerFacts FACTS = new CustomerFacts("A", null, null, List.of(), List.of());

  private Dealing() {}

  public static Offer.Builder offer(String id) {
    return Offer.newBuilder().setOfferId(id).setName(id);
  }

  public static Offer offer(String id, String value) {
    return offer(id).setValue(new BigDecimal(value).setScale(4)).build();
  }

  public static OfferPolicy.Builder policy() {
    return OfferPolicy.newBuilder().setPolicyId("CURRENT").setSilentShare(0);
  }

  static OfferBoard board(OfferPolicy policy, Offer... offers) {
    var board = new OfferBoard();
    board.policy(policy);
    List.of(offers).forEach(board::offer);
    return board;
  }

  static Trigger moment(String eventId, long at) {
    return new Trigger(
        Trigger.Kind.CALL_QUEUED, eventId, at, eventId, Trigger.PHONE, List.of("p1", "Cooling"));
  }

  static Trigger moment() {
    return moment("e1", START);
  }

  static Customer customer(Touch... dealings) {
    return new Customer("anna", FACTS, Profile.NONE, false, List.of(dealings), List.of());
  }

  /** How a customer took an offer, or that it was proposed to them. */
  public static Touch dealt(String decisionId, String offerId, Act act, String channel, long at) {
    return new Touch(
        decisionId + "-" + act,
        Touch.Kind.OFFER,
        new Touch.Origin("offer-outcomes", 0, 0),
        at,
        "anna",
        List.of(),
        decisionId,
        null,
        null,
        channel,
        null,
        null,
        null,
        0,
        act,
        null,
        null,
        new Trade(List.of(), decisionId, offerId));
  }
}
