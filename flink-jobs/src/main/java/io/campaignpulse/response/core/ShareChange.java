package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Tally;
import java.util.List;

/**
 * How the figures of one campaign changed by the customers of a moment. The sum of all is the
 * campaign's figures.
 *
 * @param groups signed changes of the breakdowns; summed, of the totals
 * @param minutes signed changes by epoch minute
 */
public record ShareChange(String campaignId, List<GroupChange> groups, List<MinuteChange> minutes) {

  /** A signed change at one place in the breakdowns. */
  public record GroupChange(
      String channel, String variant, String segment, String tier, Tally tally) {}

  /** A signed change in one epoch minute. */
  public record MinuteChange(long minute, Tally tally) {}
}
