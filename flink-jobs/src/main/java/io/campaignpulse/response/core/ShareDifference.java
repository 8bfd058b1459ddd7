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
    if (was != null && is != null && was.group().equals(is.group())) {
      var tally = new Tally();
      difference.between(was.events(), is.events(), tally);
      difference.between(was.standing(), is.standing(), tally);
      difference.change(is.group(), tally);
    } else {
      difference.move(was, is);
    }
    difference.addTo(changes, campaignId);
  }

  /** Adds the change of a share in which events were appended, and whose standing changed. */
  static void addAppended(
      List<ShareChange> changes, String campaignId, Share is, int eventsBefore, Lines stood) {
    var difference = new ShareDifference();
    var tally = new Tally();
    is.events().sum(eventsBefore, is.events().size(), 1, tally, difference::minute);
    difference.between(stood, is.standing(), tally);
    difference.change(is.group(), tally);
    difference.addTo(changes, campaignId);
  }

  private void addTo(List<ShareChange> changes, String campaignId) {
    minutes.removeIf(change -> change.tally().zero());
    if (!groups.isEmpty() || !minutes.isEmpty()) {
      changes.add(new ShareChange(campaignId, groups, minutes));
    }
  }

  private void between(Lines old, Lines revised, Tally tally) {
    int begin = old.sameBegin(revised);
    int end = old.sameEnd(revised, begin);
    old.sum(begin, old.size() - end, -1, tally, this::minute);
    revised.sum(begin, revised.size() - end, 1, tally, this::minute);
  }

  private void move(Share was, Share is) {
    var taken = new Tally();
    var given = new Tally();
    if (was != null) {
      between(was.events(), NONE, taken);
      between(was.standing(), NONE, taken);
      change(was.group(), taken);
    }
    if (is != null) {
      between(NONE, is.events(), given);
      between(NONE, is.standing(), given);
      change(is.group(), given);
    }
  }

  private void change(Share.Group group, Tally tally) {
    if (!tally.zero()) {
      groups.add(new GroupChange(group.channel(), group.variant(), group.segment(), tally));
    }
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
