package io.campaignpulse.dashboard.live;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub's own thread, and beside it two for what must not wait for it. */
final class HubThreads implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HubThreads.class);

  private final ScheduledExecutorService own = Executors.newScheduledThreadPool(1, named("live"));
  private final ScheduledExecutorService timers =
      Executors.newScheduledThreadPool(2, named("live-timer"));

  private static ThreadFactory named(String name) {
    return task -> {
      var thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  void run(Runnable task) {
    later(0, task);
  }

  void later(long nanos, Runnable task) {
    try {
      own.schedule(logged(task), Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // closing
    }
  }

  void every(long millis, Runnable task) {
    timers.scheduleAtFixedRate(logged(task), 0, millis, TimeUnit.MILLISECONDS);
  }

  /** A timer that threw once would never run again. */
  private static Runnable logged(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.error("the live view stumbled", e);
      }
    };
  }

  @Override
  public void close() {
    own.shutdownNow();
    timers.shutdownNow();
  }
}
