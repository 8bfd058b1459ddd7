package io.campaignpulse.response.core;

import io.campaignpulse.events.views.NewestInteractions;
import io.campaignpulse.events.views.NewestInteractions.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The newest of some entries. In whatever order they come and however often, these are the newest
 * {@value #KEPT}. Of a full list what was older is forgotten: so many may be taken out of it that
 * {@value NewestInteractions#SHOWN} are left, and these are still the newest; once more are, it is
 * shorter until others come.
 */
public final class Newest {
  static final int KEPT = NewestInteractions.SHOWN + 10;

  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparingLong(Entry::at)
          .thenComparing(Entry::eventId)
          .thenComparing(Entry::customerId)
          .reversed();

  private final List<Entry> entries;

  public Newest() {
    this(List.of());
  }

  /** Those that {@link #entries} gave. */
  public Newest(List<Entry> entries) {
    this.entries = new ArrayList<>(entries);
  }

  /** Whether something that happened then could still be among the newest. */
  boolean takes(long at) {
    return entries.size() < KEPT || at >= entries.get(KEPT - 1).at();
  }

  public void add(Entry entry) {
    int place = place(entry);
    if (place < entries.size() && NEWEST_FIRST.compare(entries.get(place), entry) == 0) {
      entries.set(place, entry);
      return;
    }
    entries.add(place, entry);
    if (entries.size() > KEPT) {
      entries.remove(KEPT);
    }
  }

  /** Where an entry stands, or would. Most are newer than all. */
  private int place(Entry entry) {
    int place = 0;
    while (place < entries.size() && NEWEST_FIRST.compare(entries.get(place), entry) < 0) {
      place++;
    }
    return place;
  }

  public void remove(Entry entry) {
    entries.removeIf(known -> NEWEST_FIRST.compare(known, entry) == 0);
  }

  /** Newest first. */
  public List<Entry> entries() {
    return entries;
  }
}
