package io.campaignpulse.dashboard.queues;

import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.views.RoutingDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The calls that wait in one queue, read and sorted once for those who ask at the same time. Each
 * call of a reading is handed to one of them only.
 */
final class SharedLine {
  /** How old a reading may be, in which a call may have come that goes before others. */
  private static final long FRESH_NANOS = Duration.ofMillis(20).toNanos();

  /** Of a long queue it may be so many times as old as it took: else each reading gave one call. */
  private static final int WORTH_ITS_TIME = 4;

  /** The calls that waited at a moment of event time, those first that are answered first. */
  record Sorted(Instant now, List<RoutingDecision> calls) {}

  /** A call to be tried, and event time when it was read. */
  record Head(RoutingDecision call, Instant now) {}

  private final Supplier<Sorted> reader;
  private final LongSupplier nanoTime;
  private Queue<RoutingDecision> left = new ArrayDeque<>();
  private Instant now;
  private long begunAt;
  private long endedAt;
  private boolean read;
  private StoreUnavailableException failure;

  /** How many ask; owned by the map that holds this line. */
  int asking;

  SharedLine(Supplier<Sorted> reader) {
    this(reader, System::nanoTime);
  }

  SharedLine(Supplier<Sorted> reader, LongSupplier nanoTime) {
    this.reader = reader;
    this.nanoTime = nanoTime;
  }

  /**
   * The next call to be tried, or null if none waits.
   *
   * @param askedAt in nanoseconds; what was read before then can't tell that none waits
   */
  synchronized Head next(long askedAt) {
    if (failure != null && nanoTime.getAsLong() - endedAt < FRESH_NANOS) {
      throw failure;
    }
    if (!read || stale()) {
      read();
    }
    if (left.isEmpty() && begunAt - askedAt < 0) {
      read();
    }
    return left.isEmpty() ? null : new Head(left.remove(), now);
  }

  private boolean stale() {
    var fresh = Math.max(FRESH_NANOS, WORTH_ITS_TIME * (endedAt - begunAt));
    return nanoTime.getAsLong() - begunAt > fresh;
  }

  private void read() {
    begunAt = nanoTime.getAsLong();
    try {
      var sorted = reader.get();
      left = new ArrayDeque<>(sorted.calls());
      now = sorted.now();
      read = true;
      failure = null;
    } catch (StoreUnavailableException e) {
      read = false;
      failure = e;
      throw e;
    } finally {
      endedAt = nanoTime.getAsLong();
    }
  }

  /** A call was given back: what was read does not hold it any more. */
  synchronized void forget() {
    read = false;
  }
}
