package io.campaignpulse.standalone.flink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job ready to submit, with the checkpoint that it goes on from. Its id follows from its name, so
 * that all runs share one checkpoint directory and state is handed over without being copied.
 */
record JobPlan(JobGraph graph, Optional<Path> restoredFrom) {
  private static final Pattern VERSION = Pattern.compile("(.*\\(state )(\\d{1,4})(\\))");

  static JobPlan of(String name, StreamExecutionEnvironment environment, Path checkpoints)
      throws IOException {
    var streamGraph = environment.getStreamGraph();
    streamGraph.setJobName(name);
    var graph = streamGraph.getJobGraph();
    graph.setJobID(id(name));
    var points = new RestorePoint(checkpoints, graph.getJobID());
    var newest = points.newest();
    points.discardAllBut(newest);
    if (newest.isPresent()) {
      points.discardJobs(before(name).stream().map(JobPlan::id).toList());
    }
    newest.ifPresent(path -> graph.setSavepointRestoreSettings(restore(path)));
    return new JobPlan(graph, newest);
  }

  /** The names of the same job at earlier versions of its state, which the name counts. */
  static List<String> before(String name) {
    var version = VERSION.matcher(name);
    if (!version.matches()) {
      return List.of();
    }
    return IntStream.range(0, Integer.parseInt(version.group(2)))
        .mapToObj(earlier -> version.group(1) + earlier + version.group(3))
        .toList();
  }

  private static SavepointRestoreSettings restore(Path checkpoint) {
    return SavepointRestoreSettings.forPath(
        checkpoint.toUri().toString(), false, RecoveryClaimMode.CLAIM);
  }

  static JobID id(String name) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return new JobID(Arrays.copyOf(hash, 16));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
