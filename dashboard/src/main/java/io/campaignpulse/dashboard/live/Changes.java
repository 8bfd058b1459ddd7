package io.campaignpulse.dashboard.live;

import io.campaignpulse.events.views.ChangeNotice;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What changed and has not been read yet: notices of the same campaign or queue become one. */
final class Changes {
  /** What to read: everything, or these campaigns with these minutes and these queues. */
  record Work(boolean everything, Map<String, Set<Long>> campaigns, Set<String> queues) {}

  private boolean everything;
  private Map<String, Set<Long>> campaigns = new HashMap<>();
  private Set<String> queues = new TreeSet<>();

  synchronized void add(ChangeNotice notice) {
    notice.campaigns().forEach(this::add);
    queues.addAll(notice.queues());
  }

  synchronized void addEverything() {
    everything = true;
  }

  /** Puts back what could not be read. */
  synchronized void add(Work work) {
    everything |= work.everything;
    work.campaigns.forEach(this::add);
    queues.addAll(work.queues);
  }

  private void add(String id, Collection<Long> minutes) {
    campaigns.computeIfAbsent(id, k -> new TreeSet<>()).addAll(minutes);
  }

  synchronized Work take() {
    var work = new Work(everything, campaigns, queues);
    everything = false;
    campaigns = new HashMap<>();
    queues = new TreeSet<>();
    return work;
  }
}
