package io.campaignpulse.dashboard.live;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everyone who looks. They come and go on any thread; what they watch is the hub's to know. */
final class Viewers implements Iterable<Viewer> {
  private final Set<Viewer> present = ConcurrentHashMap.newKeySet();
  private final LiveMeter meter;

  Viewers(LiveMeter meter) {
    this.meter = meter;
  }

  void add(Viewer viewer) {
    present.add(viewer);
    meter.viewers(present.size());
  }

  void remove(Viewer viewer) {
    present.remove(viewer);
    meter.viewers(present.size());
  }

  /** Whether anybody watches this campaign. */
  boolean watch(String campaignId) {
    return present.stream().anyMatch(viewer -> campaignId.equals(viewer.watched));
  }

  /** Whether anybody watches the queues. */
  boolean watchQueues() {
    return present.stream().anyMatch(viewer -> viewer.watchesQueues);
  }

  @Override
  public Iterator<Viewer> iterator() {
    return present.iterator();
  }
}
