package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How one customer's share of one campaign changed. The sum of all changes is the campaign's
 * figures.
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
    var changes = new ArrayList<ShareChange>();
    var campaigns = new TreeSet<>(before.keySet());
    campaigns.addAll(after.keySet());
    for (var id : campaigns) {
      var was = before.get(id);
      var is = after.get(id);
      var change = new ShareChange(id, groups(was, is), minutes(was, is));
      if (!change.groups.isEmpty() || !change.minutes.isEmpty()) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static List<GroupChange> groups(Share was, Share is) {
    var changes = new ArrayList<GroupChange>();
    if (was != null && is != null && was.group().equals(is.group())) {
      add(changes, is.group(), is.tally().copy().subtract(was.tally()));
      return changes;
    }
    if (was != null) {
      add(changes, was.group(), new Tally().subtract(was.tally()));
    }
    if (is != null) {
      add(changes, is.group(), is.tally());
    }
    return changes;
  }

  private static void add(List<GroupChange> changes, Share.Group group, Tally tally) {
    if (!tally.zero()) {
      changes.add(new GroupChange(group.channel(), group.variant(), group.segment(), tally));
    }
  }

  private static List<MinuteChange> minutes(Share was, Share is) {
    var net = new TreeMap<Long, Tally>();
    if (is != null) {
      is.minutes().forEach((minute, tally) -> net.put(minute, tally.copy()));
    }
    if (was != null) {
      was.minutes()
          .forEach(
              (minute, tally) -> net.computeIfAbsent(minute, m -> new Tally()).subtract(tally));
    }
    var changes = new ArrayList<MinuteChange>();
    net.forEach(
        (minute, tally) -> {
          if (!tally.zero()) {
            changes.add(new MinuteChange(minute, tally));
          }
        });
    return changes;
  }
}
