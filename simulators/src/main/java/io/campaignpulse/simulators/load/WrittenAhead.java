package io.campaignpulse.simulators.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A plan's events in their order, written out by a thread of its own about half a second ahead of
 * their time. What waits longer outlives collections, which then take longer for the system, too,
 * where it is in the same process.
 */
final class WrittenAhead<T> implements AutoCloseable {
  private static final double SECONDS = 0.5;

  /** So many are handed over together: a thread that wakes up for each costs more than writing. */
  private static final int PIECE = 250;

  private static final long PATIENCE_SECONDS = 30;

  private final BlockingQueue<List<T>> written;
  private final Thread writer;
  private Iterator<T> piece = List.<T>of().iterator();

  WrittenAhead(LoadPlan plan, Wire<T> wire, long events) {
    var pieces = (int) Math.ceil(plan.eventsPerSecond() * SECONDS / PIECE);
    written = new ArrayBlockingQueue<>(1 + pieces);
    writer = new Thread(() -> write(plan, wire, events), "load-writer");
    writer.setDaemon(true);
    writer.start();
  }

  private void write(LoadPlan plan, Wire<T> wire, long events) {
    try {
      for (long first = 0; first < events; first += PIECE) {
        var together = new ArrayList<T>(PIECE);
        for (long n = first; n < Math.min(events, first + PIECE); n++) {
          together.add(wire.write(plan.event(n)));
        }
        written.put(together);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** For one thread at a time. */
  T next() throws InterruptedException {
    if (!piece.hasNext()) {
      var together = written.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (together == null) {
        throw new IllegalStateException("the load is not written out");
      }
      piece = together.iterator();
    }
    return piece.next();
  }

  @Override
  public void close() {
    writer.interrupt();
  }
}
