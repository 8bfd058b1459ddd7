package io.campaignpulse.ingest.core;

import java.util.List;

/**
 * What an event says of products and offers.
 *
 * @param items what was bought, brought back or looked at
 * @param decisionId the decision on an offer that it answers to; null for none
 * @param offerId the offer that was taken in some way; null for none
 */
public record Trade(List<Item> items, String decisionId, String offerId) {

  /**
   * A product of an event.
   *
   * @param category null where the event does not say
   * @param quantity 0 of what was only looked at
   */
  public record Item(String productId, String category, long quantity) {}

  /** Null where there is nothing to say. */
  public static Trade of(List<Item> items, String decisionId) {
    return items.isEmpty() && decisionId == null ? null : new Trade(items, decisionId, null);
  }
}
