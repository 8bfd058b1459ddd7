package io.campaignpulse.standalone;

import io.campaignpulse.simulators.target.PulseClient;
import io.campaignpulse.simulators.target.TargetException;
import io.campaignpulse.simulators.world.LiveCompany;
import io.campaignpulse.simulators.world.LiveMemory;
import io.campaignpulse.simulators.world.WorldSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulated company of the demo, living in a thread of its own until it is closed. */
final class Simulation implements Parts.Running {
  private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
  private static final long SEED = 20_260_301;

  /** How far back a new company, or one that was away, begins, so that charts aren't empty. */
  private static final Duration BACKFILL = Duration.ofHours(2);

  private final Thread life;

  private Simulation(LiveCompany company) {
    life = new Thread(() -> live(company), "simulated-company");
    life.setDaemon(true);
    life.start();
  }

  static Simulation start(URI to, Path data) {
    var clock = Clock.systemUTC();
    var memory = new LiveMemory(data.resolve("simulation.properties"));
    var resumed = memory.resume(SEED, WorldSettings.DEMO, clock.instant(), BACKFILL);
    return new Simulation(
        new LiveCompany(resumed, memory, new PulseClient(to), clock, LiveCompany.Listener.SILENT));
  }

  private static void live(LiveCompany company) {
    try {
      company.run();
    } catch (TargetException | IllegalStateException e) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.error("the simulated company stopped", e);
      }
    }
  }

  @Override
  public void close() {
    life.interrupt();
    try {
      life.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
