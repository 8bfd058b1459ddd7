package io.campaignpulse.standalone;

import io.campaignpulse.simulators.target.OffersClient;
import io.campaignpulse.simulators.target.Patience;
import io.campaignpulse.simulators.target.PulseClient;
import io.campaignpulse.simulators.target.RetryListener;
import io.campaignpulse.simulators.world.LiveCompany;
import io.campaignpulse.simulators.world.LiveMemory;
import io.campaignpulse.simulators.world.OfferStories;
import io.campaignpulse.simulators.world.WorldSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulated company of the demo, living in a thread of its own until it is closed. */
final class Simulation implements Parts.Running {
  private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
  private static final long SEED = 20_260_301;

  /** How far back a new company, or one that was away, begins, so that charts aren't empty. */
  private static final Duration BACKFILL = Duration.ofHours(2);

  /** A customer who gets no answer soon goes on. */
  private static final Duration CUSTOMERS_WAIT = Duration.ofSeconds(2);

  private static final Patience CUSTOMERS_PATIENCE =
      new Patience(CUSTOMERS_WAIT, Duration.ofMillis(200), Duration.ofSeconds(1));

  private final Thread life;
  private final ScheduledExecutorService customers;

  private Simulation(LiveCompany company, ScheduledExecutorService customers) {
    this.customers = customers;
    life = new Thread(() -> live(company::run), "simulated-company");
    life.setDaemon(true);
    life.start();
  }

  static Simulation start(URI to, Path data, Currency currency) {
    var clock = Clock.systemUTC();
    var memory = new LiveMemory(data.resolve("simulation.properties"), currency);
    var resumed = memory.resume(SEED, WorldSettings.DEMO, clock.instant(), BACKFILL);
    var customers = Executors.newScheduledThreadPool(2, Simulation::customersThread);
    var answering =
        new OfferStories(
            resumed.world(),
            new OffersClient(to, CUSTOMERS_WAIT),
            new PulseClient(to, CUSTOMERS_PATIENCE, RetryListener.SILENT),
            clock,
            (time, work) -> customers.schedule(work, time.toMillis(), TimeUnit.MILLISECONDS));
    var company = new LiveCompany(resumed, memory, new PulseClient(to), clock, answering);
    return new Simulation(company, customers);
  }

  private static Thread customersThread(Runnable work) {
    var thread = new Thread(work, "simulated-customers");
    thread.setDaemon(true);
    return thread;
  }

  /** Lives until it is interrupted; an end for any other reason, whichever, is told. */
  static void live(Runnable life) {
    try {
      life.run();
    } catch (RuntimeException | Error e) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.error("the simulated company stopped", e);
      }
    }
  }

  @Override
  public void close() {
    life.interrupt();
    customers.shutdownNow();
    try {
      life.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
