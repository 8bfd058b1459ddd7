package io.campaignpulse.standalone.load;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long interactions took from the moment at which they were to be sent to the moment that shows
 * them. Figures show counts, not events: when a count reaches n, the first n interactions are taken
 * to be visible. Events that overtake one another change which of them was late, not how many.
 */
public final class Visibility {
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

  private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
  private final long warmUpNanos;
  private long[] dueNanos = new long[1024];
  private long begunNanos;
  private int planned;
  private int shown;

  /** Interactions that are due within so long after the first event are not timed. */
  public Visibility(long warmUpNanos) {
    this.warmUpNanos = warmUpNanos;
  }

  /** Sets the moment of sending the first event, as {@link System#nanoTime()} tells time. */
  public synchronized void begin(long nanos) {
    begunNanos = nanos;
  }

  /** Plans the next interaction, to be sent so long after the first event. */
  public synchronized void plan(long nanos) {
    if (planned == dueNanos.length) {
      dueNanos = Arrays.copyOf(dueNanos, planned * 2);
    }
    dueNanos[planned++] = nanos;
  }

  /** Takes the news that this many of the planned interactions are shown. */
  public synchronized void shows(long count, long nowNanos) {
    for (; shown < Math.min(count, planned); shown++) {
      if (dueNanos[shown] >= warmUpNanos) {
        var latency = TimeUnit.NANOSECONDS.toMicros(nowNanos - begunNanos - dueNanos[shown]);
        micros.recordValue(Math.max(0, Math.min(LONGEST_MICROS, latency)));
      }
    }
    notifyAll();
  }

  /** How long the first interaction that is not shown has been due; 0 where none is due. */
  public synchronized long behindNanos(long nowNanos) {
    return shown == planned ? 0 : Math.max(0, nowNanos - begunNanos - dueNanos[shown]);
  }

  /** Waits until all that was planned is shown, or the time is up; says whether it is. */
  public synchronized boolean awaitAll(long timeoutMillis) throws InterruptedException {
    var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    while (shown < planned) {
      var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  public synchronized int planned() {
    return planned;
  }

  public synchronized int shown() {
    return shown;
  }

  /** A copy of the latencies, in microseconds. */
  public synchronized Histogram micros() {
    return micros.copy();
  }
}
