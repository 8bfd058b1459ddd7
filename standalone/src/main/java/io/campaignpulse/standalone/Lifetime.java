package io.campaignpulse.standalone;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** The life of a process that runs until Ctrl-C or SIGTERM, and its orderly end. */
public final class Lifetime implements AutoCloseable {
  private static final Duration UNTIL_ENDED = Duration.ofSeconds(60);
  private static final int FAILED = 1;

  private final Started started = new Started();
  private final CountDownLatch never = new CountDownLatch(1);
  private final Stages stages;
  private volatile boolean ready;

  private Lifetime(Stages stages) {
    this.stages = stages;
  }

  /** Registers the orderly end first, so that whatever starts later is closed. */
  public static Lifetime begin(Stages stages) {
    var lifetime = new Lifetime(stages);
    Runtime.getRuntime().addShutdownHook(new Thread(lifetime::stop, "orderly-stop"));
    return lifetime;
  }

  /**
   * Ends the process, as one of its parts can't go on: in order if that is possible, else without
   * it after a while. Returns at once, as the part may be waited for in the end.
   */
  public static void end(String line) {
    end(line, UNTIL_ENDED);
  }

  static void end(String line, Duration patience) {
    System.err.println("pulse: " + line);
    LoggerFactory.getLogger(Lifetime.class).error(line);
    thread("end", () -> System.exit(FAILED));
    thread("end-at-last", () -> haltAfter(patience));
  }

  private static void haltAfter(Duration patience) {
    try {
      Thread.sleep(patience.toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(FAILED);
  }

  private static void thread(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Where started parts are handed to. */
  public Started started() {
    return started;
  }

  /** Stays until the process is asked to end. */
  public void stay() {
    ready = true;
    try {
      never.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    if (!ready) {
      started.close();
      return;
    }
    stages.say("Stopping ...");
    try {
      stages.run("Stopped; the next start goes on from here", this::closeAll);
    } catch (Exception failure) {
      stages.failure("Stopped, but not cleanly", failure);
    }
  }

  private boolean closeAll() {
    started.close();
    return true;
  }

  @Override
  public void close() {
    started.close();
  }
}
