package io.campaignpulse.standalone.load;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long interactions took from the moment at which they were to be sent to the frame that shows
 * them. Frames show counts, not events: when a count reaches n, the first n interactions are taken
 * to be visible. Events that overtake one another change which of them was late, not how many.
 */
public final class Visibility {
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

  private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
  private long[] dueNanos = new long[1024];
  private long begunNanos;
  private int planned;
  private int shown;

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

  /** Takes a frame that shows this many of the planned interactions. */
  public synchronized void shows(long count, long nowNanos) {
    for (; shown < Math.min(count, planned); shown++) {
      var latency = TimeUnit.NANOSECONDS.toMicros(nowNanos - begunNanos - dueNanos[shown]);
      micros.recordValue(Math.max(0, Math.min(LONGEST_MICROS, latency)));
    }
    notifyAll();
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
