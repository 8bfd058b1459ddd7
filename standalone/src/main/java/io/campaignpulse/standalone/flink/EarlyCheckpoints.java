package io.campaignpulse.standalone.flink;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;

/**
 * Takes checkpoints often for a while after each start of a job. Figures are held until one has
 * passed through all that was read before, and nobody should wait for the next of the usual ones.
 */
final class EarlyCheckpoints implements AutoCloseable {
  private static final long SECONDS_BETWEEN = 2;
  private static final long WHILE_MILLIS = Duration.ofSeconds(30).toMillis();

  private final RunningJob job;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "early-checkpoints");
            thread.setDaemon(true);
            return thread;
          });
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  EarlyCheckpoints(RunningJob job) {
    this.job = job;
    clock.scheduleWithFixedDelay(this::look, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
  }

  /** One that failed matters as little as one that was not taken: others follow. */
  private void look() {
    var graph = job.graph();
    var running = graph.getStatusTimestamp(JobStatus.RUNNING);
    if (graph.getState() == JobStatus.RUNNING
        && System.currentTimeMillis() - running < WHILE_MILLIS
        && last.isDone()) {
      last = job.checkpoint();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
