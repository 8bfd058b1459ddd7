package io.campaignpulse.dashboard.live;

import io.campaignpulse.events.views.ChangeNotice;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What changed and has not been read yet: notices of the same campaign become one. */
final class Changes {
  /** What to read: everything, or these campaigns with these minutes. */
  record Work(boolean everything, Map<String, Set<Long>> campaigns) {
    boolean none() {
      return !everything && campaigns.isEmpty();
    }
  }

  private boolean everything;
  private Map<String, Set<Long>> campaigns = new HashMap<>();

  synchronized void add(ChangeNotice notice) {
    notice.campaigns().forEach(this::add);
  }

  synchronized void addEverything() {
    everything = true;
  }

  /** Puts back what could not be read. */
  synchronized void add(Work work) {
    everything |= work.everything;
    work.campaigns.forEach(this::add);
  }

  private void add(String id, Collection<Long> minutes) {
    campaigns.computeIfAbsent(id, k -> new TreeSet<>()).addAll(minutes);
  }

  synchronized Work take() {
    var work = new Work(everything, campaigns);
    everything = false;
    campaigns = new HashMap<>();
    return work;
  }
}
