package io.campaignpulse.standalone.flink;

import io.campaignpulse.standalone.Reasons;
import io.campaignpulse.standalone.embedded.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job on the embedded cluster. */
public final class RunningJob {
  private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final long CHECKPOINT_SECONDS = 20;

  private final MiniCluster cluster;
  private final String name;
  private final JobID id;
  private final Optional<Path> restoredFrom;

  RunningJob(MiniCluster cluster, String name, JobID id, Optional<Path> restoredFrom) {
    this.cluster = cluster;
    this.name = name;
    this.id = id;
    this.restoredFrom = restoredFrom;
  }

  /** The checkpoint this run went on from; empty on the first start. */
  public Optional<Path> restoredFrom() {
    return restoredFrom;
  }

  void awaitRunning() throws Exception {
    try {
      Await.until(PATIENCE, this::settled);
    } catch (TimeoutException never) {
      throw new IllegalStateException("job " + name + " does not run after " + PATIENCE, never);
    }
    var graph = graph();
    if (graph.getState() != JobStatus.RUNNING) {
      throw new IllegalStateException("job " + name + " failed: " + failure(graph));
    }
  }

  private boolean settled() {
    var graph = graph();
    return graph.getState().isGloballyTerminalState()
        || graph.getState() == JobStatus.RUNNING
            && StreamSupport.stream(graph.getAllExecutionVertices().spliterator(), false)
                .allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING);
  }

  /**
   * Takes a checkpoint that the next start goes on from. Without one, as when the job is just
   * restarting, the next start goes on from the one before and counts again what came after it.
   */
  void lastCheckpoint() {
    try {
      if (cluster.getJobStatus(id).get() == JobStatus.RUNNING) {
        checkpoint().get(CHECKPOINT_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    } catch (ExecutionException | TimeoutException failure) {
      LOG.warn("No last checkpoint of job {}", name, failure);
    }
  }

  /** Orders a checkpoint beyond the usual ones. */
  public CompletableFuture<?> checkpoint() {
    return cluster.triggerCheckpoint(id);
  }

  AccessExecutionGraph graph() {
    try {
      return cluster.getExecutionGraph(id).get();
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("job " + name + " is gone", failure);
    }
  }

  private static String failure(AccessExecutionGraph graph) {
    var info = graph.getFailureInfo();
    return info == null ? graph.getState().toString() : reason(info);
  }

  /** The innermost cause in one line. */
  static String reason(ErrorInfo failure) {
    return Reasons.of(failure.getException().deserializeError(RunningJob.class.getClassLoader()));
  }
}
