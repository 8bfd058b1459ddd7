package io.campaignpulse.response;

import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.ShareChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A campaign's totals and breakdowns as summed so far, and the minutes not yet served. */
final class CampaignTotals {
  private static final int CHANNEL = 0;
  private static final int VARIANT = 1;
  private static final int SEGMENT = 2;
  private static final int TIER = 3;

  static final int BREAKDOWNS = 4;

  private final Tally totals;
  private final List<Map<String, Tally>> breakdowns;
  private final Set<Long> unserved;
  private long version;
  private Long newestMinute;

  CampaignTotals() {
    this(0, null, new Tally(), empty(), new HashSet<>());
  }

  /** Totals of these parts, which are its own from here on. */
  CampaignTotals(
      long version,
      Long newestMinute,
      Tally totals,
      List<Map<String, Tally>> breakdowns,
      Set<Long> unserved) {
    this.version = version;
    this.newestMinute = newestMinute;
    this.totals = totals;
    this.breakdowns = breakdowns;
    this.unserved = unserved;
  }

  private static List<Map<String, Tally>> empty() {
    var breakdowns = new ArrayList<Map<String, Tally>>(BREAKDOWNS);
    for (int breakdown = 0; breakdown < BREAKDOWNS; breakdown++) {
      breakdowns.add(new HashMap<>());
    }
    return breakdowns;
  }

  long version() {
    return version;
  }

  /** The latest epoch minute with a figure; null without any. */
  Long newestMinute() {
    return newestMinute;
  }

  Tally totals() {
    return totals;
  }

  /** By channel, variant, segment and tier. */
  List<Map<String, Tally>> breakdowns() {
    return breakdowns;
  }

  /** The epoch minutes whose figures changed since they were last served. */
  Set<Long> unserved() {
    return unserved;
  }

  CampaignTotals copy() {
    var copy =
        new CampaignTotals(version, newestMinute, totals.copy(), empty(), new HashSet<>(unserved));
    for (int breakdown = 0; breakdown < BREAKDOWNS; breakdown++) {
      var to = copy.breakdowns.get(breakdown);
      breakdowns.get(breakdown).forEach((key, tally) -> to.put(key, tally.copy()));
    }
    return copy;
  }

  void add(ShareChange.GroupChange change) {
    totals.add(change.tally());
    add(CHANNEL, change.channel(), change.tally());
    add(VARIANT, change.variant(), change.tally());
    add(SEGMENT, change.segment(), change.tally());
    add(TIER, change.tier(), change.tally());
  }

  private void add(int breakdown, String key, Tally change) {
    var rows = breakdowns.get(breakdown);
    if (rows.computeIfAbsent(key, k -> new Tally()).add(change).zero()) {
      rows.remove(key);
    }
  }

  void changed(long minute) {
    unserved.add(minute);
    newestMinute = newestMinute == null ? minute : Math.max(newestMinute, minute);
  }

  /** The minutes to serve now; they count as served from here on. */
  Set<Long> takeUnserved() {
    var minutes = new HashSet<>(unserved);
    unserved.clear();
    return minutes;
  }

  /** The figures as of now; the version never falls behind the clock, nor repeats. */
  CampaignFigures serve(String campaignId, long now) {
    version = Math.max(version + 1, now);
    return new CampaignFigures(
        campaignId,
        version,
        now,
        newestMinute,
        totals,
        new TreeMap<>(breakdowns.get(CHANNEL)),
        new TreeMap<>(breakdowns.get(VARIANT)),
        new TreeMap<>(breakdowns.get(SEGMENT)),
        new TreeMap<>(breakdowns.get(TIER)));
  }
}
