package io.campaignpulse.dashboard.offers;

import io.campaignpulse.dashboard.ports.DecisionsBack;
import io.campaignpulse.dashboard.ports.RefillStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether the serving store has lost next offers, and has it filled. */
public final class Refilling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Refilling.class);

  /**
   * Whose last moment lies further back than so many decisions of all gets an offer at the next.
   */
  private static final long MOST_DECISIONS = 10_000_000;

  private static final Duration LOOK = Duration.ofSeconds(1);

  /** After two thousand decisions, so ten thousand a second at most. */
  private static final Duration REST = Duration.ofMillis(200);

  private final RefillStore store;
  private final Refill refill;
  private final AtomicBoolean ordered = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "next-offers-refill");

  /**
   * @param log opened for so many decisions, the newest
   */
  public Refilling(RefillStore store, LongFunction<DecisionsBack> log) {
    this.store = store;
    this.refill = new Refill(store, () -> log.apply(MOST_DECISIONS), this::rest);
    thread.setDaemon(true);
    thread.start();
  }

  /** Has next offers filled in though the store looks whole. */
  public void order() {
    ordered.set(true);
  }

  private void run() {
    try {
      do {
        attempt();
      } while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt() throws InterruptedException {
    try {
      if (ordered.get()) {
        store.doubt();
        ordered.set(false);
      }
      if (!store.whole() && refill.attempt()) {
        LOG.info("Next offers that were decided before are served");
      }
    } catch (RuntimeException e) {
      LOG.debug("next offers can't be filled in at the moment", e);
    }
  }

  private boolean rest() throws InterruptedException {
    return !closed.await(REST.toMillis(), TimeUnit.MILLISECONDS) && !ordered.get();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
