package io.campaignpulse.simulators.load;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A plan's events in their order, written out by a thread of its own ahead of their time. */
final class WrittenAhead<T> implements AutoCloseable {
  private static final int MOST_AHEAD = 100_000;
  private static final long PATIENCE_SECONDS = 30;

  private final BlockingQueue<T> written = new ArrayBlockingQueue<>(MOST_AHEAD);
  private final Thread writer;

  WrittenAhead(LoadPlan plan, Wire<T> wire, long events) {
    writer = new Thread(() -> write(plan, wire, events), "load-writer");
    writer.setDaemon(true);
    writer.start();
  }

  private void write(LoadPlan plan, Wire<T> wire, long events) {
    try {
      for (long n = 0; n < events; n++) {
        written.put(wire.write(plan.event(n)));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  T next() throws InterruptedException {
    var next = written.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new IllegalStateException("the load is not written out");
    }
    return next;
  }

  @Override
  public void close() {
    writer.interrupt();
  }
}
