package io.campaignpulse.jobs;

import java.util.function.LongSupplier;

/**
 * Whether a task has time to spare, by how long it waited for input in the last second. Who never
 * waits has a backlog before it, and does what can be put off more rarely.
 */
public final class Leisure {
  private static final long OVER_MILLIS = 1_000;

  /** Of a task with a backlog on a machine that is full, 0 to 5 % were seen. */
  private static final double LEAST = 0.1;

  private final LongSupplier waitedMillis;
  private long since = Long.MIN_VALUE;
  private long waitedBefore;
  private boolean busy;

  /**
   * @param waitedMillis how long the task has waited for input since it began
   */
  public Leisure(LongSupplier waitedMillis) {
    this.waitedMillis = waitedMillis;
  }

  /**
   * Whether there is none; nothing is known of the first second.
   *
   * @param now epoch milliseconds
   */
  public boolean none(long now) {
    if (since > now || since == Long.MIN_VALUE) {
      begin(now);
    } else if (now - since >= OVER_MILLIS) {
      busy = waitedMillis.getAsLong() - waitedBefore < LEAST * (now - since);
      begin(now);
    }
    return busy;
  }

  private void begin(long now) {
    since = now;
    waitedBefore = waitedMillis.getAsLong();
  }
}
