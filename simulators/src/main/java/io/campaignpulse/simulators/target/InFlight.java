package io.campaignpulse.simulators.target;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The requests under way, in the order in which they were begun. A further one waits until there is
 * room, and until none under way is too far behind it in event time.
 */
public final class InFlight implements AutoCloseable {
  private record Request(Instant begins, Future<?> answer) {}

  private final int most;
  private final Duration overtaking;
  private final ExecutorService senders;
  private final ArrayDeque<Request> underWay = new ArrayDeque<>();

  public InFlight(int most, Duration overtaking) {
    this.most = most;
    this.overtaking = overtaking;
    this.senders =
        Executors.newFixedThreadPool(
            most,
            work -> {
              var thread = new Thread(work, "pulse-sender");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins a request whose events lie between these times. */
  public void begin(Instant first, Instant last, Runnable send) {
    while (!underWay.isEmpty() && mustWait(last)) {
      awaitOldest();
    }
    underWay.add(new Request(first, senders.submit(send)));
  }

  private boolean mustWait(Instant last) {
    return underWay.size() >= most || last.isAfter(underWay.peek().begins().plus(overtaking));
  }

  /** Returns when all have been answered; fails as the first of them that failed. */
  public void awaitAll() {
    while (!underWay.isEmpty()) {
      awaitOldest();
    }
  }

  private void awaitOldest() {
    try {
      underWay.remove().answer().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending", e);
    }
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
