package io.campaignpulse.simulators.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends a plan's events at their intended times, whether or not those before were answered: while
 * all senders wait for answers, the next request only grows.
 */
public final class OpenLoad<T> {
  /** An event waits this long at most for others that travel in the same request. */
  private static final long TOGETHER_NANOS = 5_000_000;

  private static final int MOST_TOGETHER = 5_000;

  private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1000;

  private final LoadPlan plan;
  private final Wire<T> wire;
  private final int senders;
  private final Histogram begun = new ConcurrentHistogram(LONGEST_MICROS, 3);
  private final Histogram answered = new ConcurrentHistogram(LONGEST_MICROS, 3);
  private final LongAdder accepted = new LongAdder();
  private final LongAdder rejected = new LongAdder();

  private long startedAt;
  private long warmUp;
  private long events;
  private long taken;

  private record Batch<T>(long first, List<T> written) {}

  public OpenLoad(LoadPlan plan, Wire<T> wire, int senders) {
    this.plan = plan;
    this.wire = wire;
    this.senders = senders;
  }

  /**
   * Sends the first events of the plan. Returns when all have been answered.
   *
   * @param warmUp how many of them are not in the histograms
   * @param startNanos when the first is due, as {@link System#nanoTime()} tells time
   */
  public LoadReport run(long warmUp, long events, long startNanos) throws InterruptedException {
    this.warmUp = warmUp;
    this.events = events;
    this.taken = 0;
    startedAt = startNanos;
    try (var ahead = new WrittenAhead<>(plan, wire, events)) {
      awaitDue(startedAt);
      sendAll(ahead);
    }
    return new LoadReport(
        accepted.sum(),
        rejected.sum(),
        plan.eventsPerSecond(),
        Duration.ofNanos(System.nanoTime() - startedAt),
        begun,
        answered);
  }

  private void sendAll(WrittenAhead<T> ahead) throws InterruptedException {
    var pool = Executors.newFixedThreadPool(senders, OpenLoad::daemon);
    try {
      var sending = new ArrayList<Future<Void>>();
      Callable<Void> sender = () -> sendFrom(ahead);
      for (int i = 0; i < senders; i++) {
        sending.add(pool.submit(sender));
      }
      for (var sent : sending) {
        sent.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private Void sendFrom(WrittenAhead<T> ahead) throws InterruptedException {
    for (var batch = next(ahead); !batch.written.isEmpty(); batch = next(ahead)) {
      record(begun, batch);
      var answer = wire.send(batch.written);
      record(answered, batch);
      accepted.add(answer.accepted());
      rejected.add(answer.rejected().size());
    }
    return null;
  }

  /** All events that are due, at least one; none when all were taken. */
  private synchronized Batch<T> next(WrittenAhead<T> ahead) throws InterruptedException {
    var first = taken;
    var written = new ArrayList<T>();
    if (taken < events) {
      awaitDue(startedAt + plan.nanosUntil(taken) + TOGETHER_NANOS);
    }
    var elapsed = System.nanoTime() - startedAt;
    while (taken < events && written.size() < MOST_TOGETHER && plan.nanosUntil(taken) <= elapsed) {
      written.add(ahead.next());
      taken++;
    }
    return new Batch<>(first, written);
  }

  private void record(Histogram histogram, Batch<T> batch) {
    var now = System.nanoTime();
    for (long n = Math.max(warmUp, batch.first); n < batch.first + batch.written.size(); n++) {
      var micros = (now - startedAt - plan.nanosUntil(n)) / 1000;
      histogram.recordValue(Math.max(0, Math.min(LONGEST_MICROS, micros)));
    }
  }

  private static void awaitDue(long nanoTime) throws InterruptedException {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while sending load");
      }
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "load-sender");
    thread.setDaemon(true);
    return thread;
  }
}
