package io.campaignpulse.standalone.flink;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;

/**
 * Takes checkpoints often for a while after each start of a job. Figures are held until one has
 * passed through all that was read before, and nobody should wait for the next of the usual ones.
 */
final class EarlyCheckpoints {
  private static final long MILLIS_BETWEEN = Duration.ofSeconds(2).toMillis();
  private static final long WHILE_MILLIS = Duration.ofSeconds(30).toMillis();

  private final Supplier<CompletableFuture<?>> order;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
  private long orderedAt;

  /**
   * @param order orders a checkpoint
   */
  EarlyCheckpoints(Supplier<CompletableFuture<?>> order) {
    this.order = order;
  }

  /**
   * Orders one if it is time. One that failed matters as little as one that was not taken: others
   * follow.
   *
   * @param now epoch milliseconds
   */
  void look(AccessExecutionGraph job, long now) {
    if (job.getState() == JobStatus.RUNNING
        && now - job.getStatusTimestamp(JobStatus.RUNNING) < WHILE_MILLIS
        && now - orderedAt >= MILLIS_BETWEEN
        && last.isDone()) {
      orderedAt = now;
      last = order.get();
    }
  }
}
