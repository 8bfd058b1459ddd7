package io.campaignpulse.response.core;

import java.util.List;

/**
 * What was worked out of a ledger by the campaigns of a time, as it can be kept beside the ledger:
 * to work it out anew is to read every event. Times are epoch milliseconds.
 *
 * @param standings by campaign
 * @param creditable the contacts that an interaction can be credited through, the latest first
 * @param quietAfter when the last interaction was that names no campaign; {@link Long#MIN_VALUE}
 *     without any
 */
public record WorkedOut(List<Standing> standings, List<Creditable> creditable, long quietAfter) {

  /**
   * What the customer is in one campaign.
   *
   * @param settled whose additive part is what a customer without a contact has added; null for
   *     nothing
   */
  public record Standing(String campaignId, Settled settled) {}

  /** A contact that an interaction can be credited through. */
  public record Creditable(long at, String contactId, String campaignId) {}
}
