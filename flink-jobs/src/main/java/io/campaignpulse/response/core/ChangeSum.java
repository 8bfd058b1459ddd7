package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.ShareChange.GroupChange;
import io.campaignpulse.response.core.ShareChange.MinuteChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up changes of many customers, so that one change a campaign says what they all said. */
public final class ChangeSum {
  private final Map<String, Sum> byCampaign = new HashMap<>();
  private int size;

  private static final class Sum {
    private final Map<Share.Group, Tally> groups = new HashMap<>(4);
    private final Map<Long, Tally> minutes = new HashMap<>(4);
  }

  public void add(ShareChange change) {
    var sum = byCampaign.computeIfAbsent(change.campaignId(), id -> new Sum());
    for (var group : change.groups()) {
      var place = new Share.Group(group.channel(), group.variant(), group.segment());
      tally(sum.groups, place).add(group.tally());
    }
    for (var minute : change.minutes()) {
      tally(sum.minutes, minute.minute()).add(minute.tally());
    }
  }

  private <K> Tally tally(Map<K, Tally> tallies, K key) {
    var tally = tallies.get(key);
    if (tally == null) {
      tally = new Tally();
      tallies.put(key, tally);
      size++;
    }
    return tally;
  }

  /** How many tallies are kept. */
  public int size() {
    return size;
  }

  /** The sum of all changes added since this was last asked, by campaign. */
  public List<ShareChange> take() {
    var changes = new ArrayList<ShareChange>(byCampaign.size());
    byCampaign.forEach((id, sum) -> changes.add(change(id, sum)));
    byCampaign.clear();
    size = 0;
    return changes;
  }

  private static ShareChange change(String campaignId, Sum sum) {
    var groups = new ArrayList<GroupChange>(sum.groups.size());
    sum.groups.forEach(
        (group, tally) ->
            groups.add(new GroupChange(group.channel(), group.variant(), group.segment(), tally)));
    var minutes = new ArrayList<MinuteChange>(sum.minutes.size());
    sum.minutes.forEach((minute, tally) -> minutes.add(new MinuteChange(minute, tally)));
    return new ShareChange(campaignId, groups, minutes);
  }
}
