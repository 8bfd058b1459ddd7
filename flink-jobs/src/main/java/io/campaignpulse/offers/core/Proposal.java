package io.campaignpulse.offers.core;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import java.util.List;

/**
 * An offer that was decided on, as the ledger keeps it beside how the customer took it. Without an
 * offer it tells of a chance that one of the group without offers had, and is not kept.
 */
public final class Proposal {
  private Proposal() {}

  /** The same for the same decision; as its variant it has the customer's tier. */
  public static Touch touch(OfferDecision decision) {
    return touch(decision, null);
  }

  /**
   * The same, read again.
   *
   * @param origin where it stands in Kafka
   */
  public static Touch touch(OfferDecision decision, Touch.Origin origin) {
    return new Touch(
        decision.decisionId(),
        Touch.Kind.OFFER,
        origin,
        decision.at(),
        decision.customerId(),
        List.of(),
        decision.decisionId(),
        null,
        decision.facts().tier(),
        decision.channel(),
        null,
        null,
        null,
        0,
        Act.PROPOSED,
        null,
        null,
        new Trade(List.of(), decision.decisionId(), decision.offerId()));
  }

  /** Whether a touch is of a decision, of this run or an earlier one. */
  public static boolean decided(Touch touch) {
    return touch != null && touch.act() == Act.PROPOSED;
  }

  /** Whether it is of one by which one of the group without offers got none. */
  public static boolean withheld(Touch touch) {
    return decided(touch) && touch.trade().offerId() == null;
  }
}
