package io.campaignpulse.simulators.load;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.simulators.target.Answer;
import io.campaignpulse.simulators.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.avro.specific.SpecificRecord;

/**
 * Sends a plan's events at their intended times and never waits for answers: a system that falls
 * behind finds more, not fewer, requests at its door.
 */
public final class OpenLoad {
  /** An event waits this long at most for others that travel in the same request. */
  private static final long TOGETHER_NANOS = 5_000_000;

  private static final int MOST_TOGETHER = 5_000;

  private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1000;

  private final LoadPlan plan;
  private final Target target;
  private final int senders;
  private final Histogram begun = new ConcurrentHistogram(LONGEST_MICROS, 3);
  private final Histogram answered = new ConcurrentHistogram(LONGEST_MICROS, 3);
  private final LongAdder accepted = new LongAdder();
  private final LongAdder rejected = new LongAdder();

  public OpenLoad(LoadPlan plan, Target target, int senders) {
    this.plan = plan;
    this.target = target;
    this.senders = senders;
  }

  /** Makes the campaigns known that the events are about. */
  public void prepare() {
    target.reference(ReferenceKind.CAMPAIGNS, plan.referenceCampaigns());
  }

  /**
   * Sends the first events of the plan; begin at the plan's start, for its events say that they
   * happen when they are due. Returns when all have been answered.
   */
  public LoadReport run(long events) {
    var startedAt = System.nanoTime();
    var pool = Executors.newFixedThreadPool(senders, OpenLoad::daemon);
    try {
      sendWhenDue(events, startedAt, pool);
    } finally {
      pool.shutdownNow();
    }
    return new LoadReport(
        accepted.sum(),
        rejected.sum(),
        plan.eventsPerSecond(),
        Duration.ofNanos(System.nanoTime() - startedAt),
        begun,
        answered);
  }

  private void sendWhenDue(long events, long startedAt, ExecutorService pool) {
    var requests = new ArrayList<CompletableFuture<Void>>();
    for (long from = 0; from < events; ) {
      awaitDue(startedAt + plan.nanosUntil(from) + TOGETHER_NANOS);
      var elapsed = System.nanoTime() - startedAt;
      var batch = new ArrayList<SpecificRecord>();
      var first = from;
      while (from < events && batch.size() < MOST_TOGETHER && plan.nanosUntil(from) <= elapsed) {
        batch.add(plan.event(from++));
      }
      requests.add(CompletableFuture.runAsync(() -> send(batch, first, startedAt), pool));
      requests.removeIf(request -> request.isDone() && !request.isCompletedExceptionally());
    }
    awaitAll(requests);
  }

  private void send(List<SpecificRecord> batch, long first, long startedAt) {
    record(begun, batch.size(), first, startedAt);
    Answer answer = target.events(batch);
    record(answered, batch.size(), first, startedAt);
    accepted.add(answer.accepted());
    rejected.add(answer.rejected().size());
  }

  private void record(Histogram histogram, int size, long first, long startedAt) {
    var now = System.nanoTime();
    for (long n = first; n < first + size; n++) {
      var micros = (now - startedAt - plan.nanosUntil(n)) / 1000;
      histogram.recordValue(Math.max(0, Math.min(LONGEST_MICROS, micros)));
    }
  }

  private static void awaitDue(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted while sending load");
      }
    }
  }

  private static void awaitAll(List<CompletableFuture<Void>> requests) {
    try {
      requests.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "load-sender");
    thread.setDaemon(true);
    return thread;
  }
}
