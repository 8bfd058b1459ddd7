package io.campaignpulse.standalone;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A look taken again and again, in a thread of its own, until it is closed. A look that failed is
 * told in the log, the first of several in a row, and the next one follows all the same.
 */
public final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private final String name;
  private final Runnable look;
  private final ScheduledExecutorService clock;
  private boolean failing;

  private Watch(String name, Runnable look) {
    this.name = name;
    this.look = look;
    this.clock = Executors.newSingleThreadScheduledExecutor(this::thread);
  }

  /** Takes the first look at once, and each other so long after the one before has ended. */
  public static Watch every(Duration pause, String name, Runnable look) {
    var watch = new Watch(name, look);
    watch.clock.scheduleWithFixedDelay(watch::look, 0, pause.toNanos(), TimeUnit.NANOSECONDS);
    return watch;
  }

  private Thread thread(Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void look() {
    try {
      look.run();
      failing = false;
    } catch (RuntimeException failure) {
      if (!failing && !clock.isShutdown()) {
        LOG.error("{} failed, and goes on", name, failure);
      }
      failing = true;
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
