package io.campaignpulse.standalone.flink;

import io.campaignpulse.standalone.embedded.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.util.ExceptionUtils;

/** A job on the embedded cluster. */
public final class RunningJob {
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

  /** Tells {@code listener}, once, the reason for which the job ended for good. */
  public void onFailure(Consumer<String> listener) {
    cluster
        .requestJobResult(id)
        .thenAccept(
            result ->
                result
                    .getSerializedThrowable()
                    .map(failure -> failure.deserializeError(getClass().getClassLoader()))
                    .ifPresent(failure -> listener.accept(reason(failure))));
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

  /** Takes a checkpoint that the next start goes on from. */
  public void lastCheckpoint() {
    try {
      if (cluster.getJobStatus(id).get() == JobStatus.RUNNING) {
        cluster.triggerCheckpoint(id).get(CHECKPOINT_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("no last checkpoint of job " + name, failure);
    }
  }

  private AccessExecutionGraph graph() {
    try {
      return cluster.getExecutionGraph(id).get();
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("job " + name + " is gone", failure);
    }
  }

  private String failure(AccessExecutionGraph graph) {
    var info = graph.getFailureInfo();
    return info == null
        ? graph.getState().toString()
        : reason(info.getException().deserializeError(getClass().getClassLoader()));
  }

  /** The innermost cause in one line. */
  private static String reason(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return ExceptionUtils.stringifyException(cause).lines().findFirst().orElse("unknown");
  }
}
