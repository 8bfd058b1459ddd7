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

  /** What was said of a refill so far. */
  private enum Told {
    NOTHING,
    BEGINNING,
    FAILURE
  }

  private final RefillStore store;
  private final Refill refill;
  private final AtomicBoolean ordered = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "next-offers-refill");
  private Told told = Told.NOTHING;

  /**
   * @param log opened for so many decisions, the newest
   */
  public Refilling(RefillStore store, LongFunction<DecisionsBack> log) {
    this.store = store;
    this.refill = new Refill(store, () -> log.apply(MOST_DECISIONS), new Rests());
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
      if (!store.whole()) {
        fill();
      }
      told = Told.NOTHING;
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void fill() throws InterruptedException {
    if (told == Told.NOTHING) {
      told = Told.BEGINNING;
      LOG.info("Next offers that were decided before are filled in: Redis does not have all");
    }
    if (refill.attempt()) {
      LOG.info("Next offers that were decided before are served");
    }
  }

  /** Once a refill it is said aloud; that Redis is away while there is none, others say. */
  private void failed(RuntimeException e) {
    if (told == Told.BEGINNING) {
      told = Told.FAILURE;
      LOG.warn("Next offers can't be filled in at the moment; it is tried again", e);
    } else {
      LOG.debug("next offers can't be filled in at the moment", e);
    }
  }

  private final class Rests implements Refill.Rest {
    @Override
    public boolean taken() throws InterruptedException {
      return taken(REST);
    }

    @Override
    public boolean taken(RuntimeException silence) throws InterruptedException {
      failed(silence);
      return taken(LOOK);
    }

    private boolean taken(Duration time) throws InterruptedException {
      return !closed.await(time.toMillis(), TimeUnit.MILLISECONDS) && !ordered.get();
    }
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
