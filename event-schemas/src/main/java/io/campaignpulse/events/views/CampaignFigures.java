package io.campaignpulse.events.views;

import java.util.Map;

/**
 * A campaign's figures as they stand in the serving store.
 *
 * @param version grows with every change, also across restarts: a reader keeps the newest
 * @param asOf when these were computed, in epoch milliseconds
 * @param newestMinute the latest minute of event time with a figure, in epoch minutes; null without
 *     any
 * @param byTier by the customers' tier of now
 */
public record CampaignFigures(
    String campaignId,
    long version,
    long asOf,
    Long newestMinute,
    Tally totals,
    Map<String, Tally> byChannel,
    Map<String, Tally> byVariant,
    Map<String, Tally> bySegment,
    Map<String, Tally> byTier) {
  /** The breakdown key of customers who have no channel, variant or segment. */
  public static final String NONE = "NONE";

  /** What was stored before there were tiers has none. */
  public CampaignFigures {
    byTier = byTier == null ? Map.of() : byTier;
  }
}
