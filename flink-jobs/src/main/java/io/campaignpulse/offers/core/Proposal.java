package io.campaignpulse.offers.core;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import java.util.List;

/** An offer that was decided on, as the ledger keeps it beside how the customer took it. */
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
}
