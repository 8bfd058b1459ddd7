package io.campaignpulse.standalone;

import java.util.concurrent.CountDownLatch;

/** The life of a process that runs until Ctrl-C or SIGTERM, and its orderly end. */
public final class Lifetime implements AutoCloseable {
  private final Started started = new Started();
  private final CountDownLatch never = new CountDownLatch(1);
  private final Stages stages;
  private volatile boolean stopping;
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

  /** Where started parts are handed to. */
  public Started started() {
    return started;
  }

  /** Whether the process is being asked to end. */
  public boolean stopping() {
    return stopping;
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
    stopping = true;
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
