package io.campaignpulse.response.core;

import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.NewestInteractions.Listing;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.ShareChange.CellChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up changes of many customers by campaign, channel and segment. However many there are, of
 * what can be listed only the newest is kept.
 */
public final class CellSum {
  private static final Listing[] LISTINGS = Listing.values();

  private final Map<String, Map<Cell, Sum>> byCampaign = new HashMap<>();
  private int size;

  private record Cell(String channel, String segment) {}

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

  public void add(Change change) {
    var group = change.group();
    var sum =
        byCampaign
            .computeIfAbsent(change.campaignId(), id -> new HashMap<>(4))
            .computeIfAbsent(new Cell(group.channel(), group.segment()), this::begin);
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

  private Sum begin(Cell cell) {
    size++;
    return new Sum();
  }

  private void remove(Sum sum, Entry entry) {
    sum.newest(entry.listing()).remove(entry);
    sum.gone.add(entry);
    size++;
  }

  /** How many cells are kept, and entries that go. */
  public int size() {
    return size;
  }

  /** The sum of all changes added since this was last asked, by campaign. */
  public List<ShareChange> take() {
    var changes = new ArrayList<ShareChange>(byCampaign.size());
    byCampaign.forEach(
        (id, cells) -> {
          var sums = new ArrayList<CellChange>(cells.size());
          cells.forEach((cell, sum) -> sums.add(change(cell, sum)));
          changes.add(new ShareChange(id, List.of(), List.of(), sums));
        });
    byCampaign.clear();
    size = 0;
    return changes;
  }

  private static CellChange change(Cell cell, Sum sum) {
    var came = new ArrayList<Entry>();
    for (var newest : sum.came) {
      if (newest != null) {
        came.addAll(newest.entries());
      }
    }
    return new CellChange(cell.channel, cell.segment, sum.tally, sum.gone, came);
  }
}
