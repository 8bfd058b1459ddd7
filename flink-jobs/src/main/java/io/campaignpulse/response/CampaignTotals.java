package io.campaignpulse.response;

import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.ShareChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A campaign's totals and breakdowns as summed so far, and the minutes not yet served. */
public final class CampaignTotals {
  private long version;
  private Long newestMinute;
  private Tally totals = new Tally();
  private Map<String, Tally> byChannel = new HashMap<>();
  private Map<String, Tally> byVariant = new HashMap<>();
  private Map<String, Tally> bySegment = new HashMap<>();
  private Map<String, Tally> byTier = new HashMap<>();
  private Map<Long, Boolean> unserved = new HashMap<>();

  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  /** The latest epoch minute with a figure; null without any. */
  public Long getNewestMinute() {
    return newestMinute;
  }

  public void setNewestMinute(Long newestMinute) {
    this.newestMinute = newestMinute;
  }

  public Tally getTotals() {
    return totals;
  }

  public void setTotals(Tally totals) {
    this.totals = totals;
  }

  public Map<String, Tally> getByChannel() {
    return byChannel;
  }

  public void setByChannel(Map<String, Tally> byChannel) {
    this.byChannel = byChannel;
  }

  public Map<String, Tally> getByVariant() {
    return byVariant;
  }

  public void setByVariant(Map<String, Tally> byVariant) {
    this.byVariant = byVariant;
  }

  public Map<String, Tally> getBySegment() {
    return bySegment;
  }

  public void setBySegment(Map<String, Tally> bySegment) {
    this.bySegment = bySegment;
  }

  public Map<String, Tally> getByTier() {
    return byTier;
  }

  public void setByTier(Map<String, Tally> byTier) {
    this.byTier = byTier;
  }

  /** The epoch minutes whose figures changed since they were last served. */
  public Map<Long, Boolean> getUnserved() {
    return unserved;
  }

  public void setUnserved(Map<Long, Boolean> unserved) {
    this.unserved = unserved;
  }

  void add(ShareChange.GroupChange change) {
    totals.add(change.tally());
    add(byChannel, change.channel(), change.tally());
    add(byVariant, change.variant(), change.tally());
    add(bySegment, change.segment(), change.tally());
    add(byTier, change.tier(), change.tally());
  }

  private static void add(Map<String, Tally> breakdown, String key, Tally change) {
    var tally = breakdown.computeIfAbsent(key, k -> new Tally()).add(change);
    if (tally.zero()) {
      breakdown.remove(key);
    }
  }

  void changed(long minute) {
    unserved.put(minute, true);
    newestMinute = newestMinute == null ? minute : Math.max(newestMinute, minute);
  }

  /** The minutes to serve now; they count as served from here on. */
  Set<Long> takeUnserved() {
    var minutes = new HashSet<>(unserved.keySet());
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
        new TreeMap<>(byChannel),
        new TreeMap<>(byVariant),
        new TreeMap<>(bySegment),
        new TreeMap<>(byTier));
  }
}
