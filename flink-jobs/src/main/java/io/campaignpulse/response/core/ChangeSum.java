package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.ShareChange.GroupChange;
import io.campaignpulse.response.core.ShareChange.MinuteChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up changes of many customers, so that one change a campaign says what they all said. */
public final class ChangeSum implements Combined {
  private final Map<String, Sum> byCampaign = new LinkedHashMap<>();
  private int size;

  private final class Sum {
    private final Map<Share.Group, Tally> groups = new HashMap<>(4);
    private final Map<Long, Tally> minutes = new HashMap<>(4);

    /** Most changes of a moment are in one minute: the one before is kept at hand. */
    private long minute = Lines.SETTLED;

    private Tally ofMinute;

    Tally minute(long of) {
      if (of != minute) {
        minute = of;
        ofMinute = tally(minutes, of);
      }
      return ofMinute;
    }
  }

  @Override
  public void add(Change change) {
    var sum = byCampaign.computeIfAbsent(change.campaignId(), id -> new Sum());
    var group = tally(sum.groups, change.group());
    var lines = change.lines();
    for (int line = 0; line < lines.size(); line++) {
      group.add(lines.figure(line), lines.amount(line));
      if (lines.minute(line) != Lines.SETTLED) {
        sum.minute(lines.minute(line)).add(lines.figure(line), lines.amount(line));
      }
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
  @Override
  public int size() {
    return size;
  }

  /** The sums of the campaigns that changed first; none that come to 0. */
  @Override
  public List<ShareChange> take(int most) {
    var changes = new ArrayList<ShareChange>(Math.min(most, byCampaign.size()));
    var first = byCampaign.entrySet().iterator();
    for (int taken = 0; taken < most && first.hasNext(); taken++) {
      var campaign = first.next();
      var sum = campaign.getValue();
      size -= sum.groups.size() + sum.minutes.size();
      add(changes, change(campaign.getKey(), sum));
      first.remove();
    }
    return changes;
  }

  private static void add(List<ShareChange> changes, ShareChange change) {
    if (!change.groups().isEmpty() || !change.minutes().isEmpty()) {
      changes.add(change);
    }
  }

  private static ShareChange change(String campaignId, Sum sum) {
    var groups = new ArrayList<GroupChange>(sum.groups.size());
    sum.groups.forEach(
        (group, tally) -> {
          if (!tally.zero()) {
            groups.add(
                new GroupChange(
                    group.channel(), group.variant(), group.segment(), group.tier(), tally));
          }
        });
    var minutes = new ArrayList<MinuteChange>(sum.minutes.size());
    sum.minutes.forEach(
        (minute, tally) -> {
          if (!tally.zero()) {
            minutes.add(new MinuteChange(minute, tally));
          }
        });
    return new ShareChange(campaignId, groups, minutes, List.of());
  }
}
