package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the shares of one campaign changed, of one customer or of many. The sum of all changes is the
 * campaign's figures.
 *
 * @param groups signed changes of the breakdowns; summed, of the totals
 * @param minutes signed changes by epoch minute
 */
public record ShareChange(String campaignId, List<GroupChange> groups, List<MinuteChange> minutes) {

  /** A signed change at one place in the breakdowns. */
  public record GroupChange(String channel, String variant, String segment, Tally tally) {}

  /** A signed change in one epoch minute. */
  public record MinuteChange(long minute, Tally tally) {}

  /** What leads from one set of shares to another, by campaign. */
  static List<ShareChange> between(Map<String, Share> before, Map<String, Share> after) {
    var changes = new ArrayList<ShareChange>(2);
    after.forEach((id, is) -> ShareDifference.add(changes, id, before.get(id), is));
    before.forEach(
        (id, was) -> {
          if (!after.containsKey(id)) {
            ShareDifference.add(changes, id, was, null);
          }
        });
    return changes;
  }
}
