package io.campaignpulse.response.core;

import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.NewestInteractions.Listing;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.ShareChange.CellChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up changes of many customers by campaign, channel and segment. However many there are, of
 * what can be listed only the newest is kept.
 */
public final class CellSum implements Combined {
  private static final Listing[] LISTINGS = Listing.values();

  /** By campaign, channel and segment. */
  private final Map<String, Map<String, Map<String, Sum>>> byCampaign = new LinkedHashMap<>();

  private int size;

  private static final class Sum {
    private final Tally tally = new Tally();
    private final Newest[] came = new Newest[LISTINGS.length];
    private final List<Entry> gone = new ArrayList<>(0);

    Newest newest(Listing listing) {
      int place = listing.ordinal();
      if (came[place] == null) {
        came[place] = new Newest();
      }
      return came[place];
    }
  }

  @Override
  public void add(Change change) {
    var group = change.group();
    var sum = sum(change.campaignId(), group.channel(), group.segment());
    var lines = change.lines();
    for (int line = 0; line < lines.size(); line++) {
      sum.tally.add(lines.figure(line), lines.amount(line));
    }
    var traces = change.traces();
    for (var trace : traces.gone()) {
      remove(sum, trace.of(traces.customer()));
    }
    for (var trace : traces.came()) {
      add(sum, trace, traces.customer());
    }
  }

  /** Of a flood most are not among the newest when they come. */
  private static void add(Sum sum, Trace trace, String customer) {
    var newest = sum.newest(trace.listing());
    if (newest.takes(trace.at())) {
      newest.add(trace.of(customer));
    }
  }

  private Sum sum(String campaignId, String channel, String segment) {
    var cells =
        byCampaign
            .computeIfAbsent(campaignId, id -> new HashMap<>(4))
            .computeIfAbsent(channel, word -> new HashMap<>());
    var sum = cells.get(segment);
    if (sum == null) {
      sum = new Sum();
      cells.put(segment, sum);
      size++;
    }
    return sum;
  }

  private void remove(Sum sum, Entry entry) {
    sum.newest(entry.listing()).remove(entry);
    sum.gone.add(entry);
    size++;
  }

  /** How many cells are kept, and entries that go. */
  @Override
  public int size() {
    return size;
  }

  @Override
  public List<ShareChange> take(int most) {
    var changes = new ArrayList<ShareChange>(Math.min(most, byCampaign.size()));
    var first = byCampaign.entrySet().iterator();
    for (int taken = 0; taken < most && first.hasNext(); taken++) {
      var campaign = first.next();
      var cells = new ArrayList<CellChange>();
      campaign
          .getValue()
          .forEach(
              (channel, segments) ->
                  segments.forEach((segment, sum) -> cells.add(change(channel, segment, sum))));
      cells.forEach(cell -> size -= 1 + cell.gone().size());
      changes.add(new ShareChange(campaign.getKey(), List.of(), List.of(), cells));
      first.remove();
    }
    return changes;
  }

  private static CellChange change(String channel, String segment, Sum sum) {
    var came = new ArrayList<Entry>();
    for (var newest : sum.came) {
      if (newest != null) {
        came.addAll(newest.entries());
      }
    }
    return new CellChange(channel, segment, sum.tally, sum.gone, came);
  }
}
