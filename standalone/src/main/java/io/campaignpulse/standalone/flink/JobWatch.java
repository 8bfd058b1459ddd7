package io.campaignpulse.standalone.flink;

import io.campaignpulse.standalone.Watch;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Tells, in one line each, the failures of a job: those it restarts from and the one it ends by.
 * Sees to it that a job that starts again has a checkpoint soon.
 */
final class JobWatch implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final RunningJob job;
  private final Consumer<String> news;
  private final EarlyCheckpoints checkpoints;
  private final Watch watch;
  private long told;

  JobWatch(RunningJob job, Consumer<String> news) {
    this.job = job;
    this.news = news;
    this.checkpoints = new EarlyCheckpoints(job::checkpoint);
    this.watch = Watch.every(BETWEEN_LOOKS, "job-watch", this::look);
  }

  private void look() {
    var graph = job.graph();
    checkpoints.look(graph, System.currentTimeMillis());
    var failure = graph.getFailureInfo();
    if (failure == null || failure.getTimestamp() == told) {
      return;
    }
    told = failure.getTimestamp();
    boolean ended = graph.getState().isGloballyTerminalState();
    news.accept(
        "The jobs failed and %s: %s"
            .formatted(ended ? "have stopped" : "are starting again", RunningJob.reason(failure)));
  }

  @Override
  public void close() {
    watch.close();
  }
}
