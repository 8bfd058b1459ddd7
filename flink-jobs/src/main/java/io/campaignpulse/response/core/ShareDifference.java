package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.ShareChange.GroupChange;
import io.campaignpulse.response.core.ShareChange.MinuteChange;
import java.util.ArrayList;
import java.util.List;

/** Finds what differs between two shares of one customer in one campaign. */
final class ShareDifference {
  private static final Lines NONE = new Lines();

  private final List<GroupChange> groups = new ArrayList<>(1);
  private final List<MinuteChange> minutes = new ArrayList<>(2);

  private ShareDifference() {}

  /** Adds the change from one share to another, if there is any; either may be null. */
  static void add(List<ShareChange> changes, String campaignId, Share was, Share is) {
    var difference = new ShareDifference();
    var old = was == null ? NONE : was.lines();
    var revised = is == null ? NONE : is.lines();
    int begin = old.sameBegin(revised);
    int end = old.sameEnd(revised, begin);
    if (was != null && is != null && was.group().equals(is.group())) {
      difference.within(is.group(), old, revised, begin, end);
    } else {
      difference.move(was, is, old, revised);
    }
    difference.sumMinutes(old, revised, begin, end);
    if (!difference.groups.isEmpty() || !difference.minutes.isEmpty()) {
      changes.add(new ShareChange(campaignId, difference.groups, difference.minutes));
    }
  }

  private void within(Share.Group group, Lines old, Lines revised, int begin, int end) {
    var tally = new Tally();
    old.sum(begin, old.size() - end, -1, tally, null);
    revised.sum(begin, revised.size() - end, 1, tally, null);
    change(group, tally);
  }

  private void move(Share was, Share is, Lines old, Lines revised) {
    if (was != null) {
      var taken = new Tally();
      old.sum(0, old.size(), -1, taken, null);
      change(was.group(), taken);
    }
    if (is != null) {
      var given = new Tally();
      revised.sum(0, revised.size(), 1, given, null);
      change(is.group(), given);
    }
  }

  private void change(Share.Group group, Tally tally) {
    if (!tally.zero()) {
      groups.add(new GroupChange(group.channel(), group.variant(), group.segment(), tally));
    }
  }

  private void sumMinutes(Lines old, Lines revised, int begin, int end) {
    old.sum(begin, old.size() - end, -1, null, this::minute);
    revised.sum(begin, revised.size() - end, 1, null, this::minute);
    minutes.removeIf(change -> change.tally().zero());
  }

  /** Few minutes differ, mostly one: looking through them is quicker than a map. */
  private Tally minute(long minute) {
    for (int i = minutes.size() - 1; i >= 0; i--) {
      if (minutes.get(i).minute() == minute) {
        return minutes.get(i).tally();
      }
    }
    var change = new MinuteChange(minute, new Tally());
    minutes.add(change);
    return change.tally();
  }
}
