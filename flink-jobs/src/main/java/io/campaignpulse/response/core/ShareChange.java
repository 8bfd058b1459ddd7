package io.campaignpulse.response.core;

import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.Tally;
import java.util.List;

/**
 * How the figures of one campaign changed by the customers of a moment. The sum of all is the
 * campaign's figures. Those of cells come apart from the others, and later.
 *
 * @param groups signed changes of the breakdowns; summed, of the totals
 * @param minutes signed changes by epoch minute
 * @param cells signed changes by channel and segment, and what can be listed there
 */
public record ShareChange(
    String campaignId,
    List<GroupChange> groups,
    List<MinuteChange> minutes,
    List<CellChange> cells) {

  /** A signed change at one place in the breakdowns. */
  public record GroupChange(
      String channel, String variant, String segment, String tier, Tally tally) {}

  /** A signed change in one epoch minute. */
  public record MinuteChange(long minute, Tally tally) {}

  /**
   * A signed change in one cell of the breakdown by channel and segment.
   *
   * @param gone what can't be listed there any more
   * @param came what can be listed there after that; of many the newest
   */
  public record CellChange(
      String channel, String segment, Tally tally, List<Entry> gone, List<Entry> came) {}
}
