package io.campaignpulse.dashboard.kafka;

import io.campaignpulse.dashboard.ports.EventLog.Position;
import io.campaignpulse.dashboard.ports.MirrorProgress;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The positions the mirror has reached, for those who wait for it. */
final class Positions implements MirrorProgress {
  private Map<String, Long> reached = Map.of();
  private boolean whole;

  synchronized void reached(Map<String, Long> positions, boolean isWhole) {
    reached = Map.copyOf(positions);
    whole = isWhole;
    notifyAll();
  }

  @Override
  public synchronized boolean whole() {
    return whole;
  }

  @Override
  public synchronized boolean await(Collection<Position> positions, Duration atMost) {
    var deadline = System.nanoTime() + atMost.toNanos();
    try {
      while (!positions.stream().allMatch(this::passed)) {
        var left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) {
          return false;
        }
        wait(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean passed(Position position) {
    var partition = new TopicPartition(position.topic(), position.partition()).toString();
    return reached.getOrDefault(partition, 0L) > position.offset();
  }
}
