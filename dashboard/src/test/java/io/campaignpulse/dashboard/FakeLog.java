package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.dashboard.ports.LogUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log in memory, which can be told to refuse. */
final class FakeLog implements EventLog {
  final List<Entry> entries = new CopyOnWriteArrayList<>();
  volatile boolean refusing;

  /** What happens while records are on their way. */
  volatile Runnable meanwhile = () -> {};

  @Override
  public synchronized List<Position> append(List<Entry> added) {
    if (refusing) {
      throw new LogUnavailableException("Kafka did not confirm the records (test)", null);
    }
    meanwhile.run();
    var positions = new ArrayList<Position>();
    for (var entry : added) {
      positions.add(new Position(entry.topic(), 0, positions.size()));
    }
    entries.addAll(added);
    return positions;
  }

  @Override
  public boolean reachable() {
    return !refusing;
  }
}
