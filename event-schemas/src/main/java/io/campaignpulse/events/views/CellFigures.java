package io.campaignpulse.events.views;

/**
 * A campaign's figures in one cell of its breakdown by channel and segment. All cells together are
 * its totals.
 *
 * @param channel of the customers' first contact; {@link CampaignFigures#NONE} for none
 * @param segment the customers' own; {@link CampaignFigures#NONE} for none
 */
public record CellFigures(String channel, String segment, Tally figures) {}
