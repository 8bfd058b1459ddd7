package io.campaignpulse.serving;

import java.util.HashMap;
import java.util.Map;

/**
 * What is left to read again. Positions are told before a checkpoint's barrier, and the barrier
 * comes to an operator behind all that its sources gave before it; so once the positions told
 * before a barrier have reached all ends, everything below the ends has passed the operator.
 */
final class Remaining implements CatchUp.Progress {
  /** A partition by its topic and number. */
  record Partition(String topic, int number) {}

  private final Map<Partition, Long> ends;
  private boolean caughtUp;

  /** The ends of all partitions that hold anything. */
  Remaining(Map<Partition, Long> ends) {
    this.ends = new HashMap<>(ends);
    this.caughtUp = ends.isEmpty();
  }

  @Override
  public boolean caughtUp() {
    return caughtUp;
  }

  @Override
  public void heard(Command command) {
    var position = command.position();
    if (position != null) {
      ends.computeIfPresent(
          new Partition(position.topic(), position.partition()),
          (partition, end) -> position.offset() >= end ? null : end);
    }
  }

  @Override
  public void barrierPassed() {
    caughtUp = ends.isEmpty();
  }
}
