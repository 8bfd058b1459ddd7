package io.campaignpulse.standalone.flink;

import io.campaignpulse.standalone.Started;
import io.campaignpulse.standalone.embedded.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink cluster in this process. Its jobs go on from their newest checkpoint. */
public final class FlinkCluster implements AutoCloseable {
  /** From one checkpoint to the next, unless settings say otherwise. */
  public static final Duration BETWEEN_CHECKPOINTS = FlinkSettings.BETWEEN_CHECKPOINTS;

  private static final long STOP_SECONDS = 30;

  private final MiniCluster cluster;
  private final Configuration configuration;
  private final Path checkpoints;
  private final Started stopping = new Started();

  private FlinkCluster(MiniCluster cluster, Configuration configuration, Path checkpoints) {
    this.cluster = cluster;
    this.configuration = configuration;
    this.checkpoints = checkpoints;
    stopping.add(this::shutDown);
  }

  /**
   * Starts the cluster.
   *
   * @param temporary where state is worked on; of no use after the process
   * @param overrides Flink settings that replace the defaults here
   */
  public static FlinkCluster start(Path checkpoints, Path temporary, Map<String, String> overrides)
      throws Exception {
    Files.createDirectories(temporary);
    var configuration = FlinkSettings.of(checkpoints, temporary, overrides);
    var cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(FlinkSettings.slots(configuration))
                .build());
    cluster.start();
    return new FlinkCluster(cluster, configuration, checkpoints);
  }

  public int slots() {
    return FlinkSettings.slots(configuration);
  }

  /**
   * Submits the job that {@code define} builds; returns once all of it runs.
   *
   * @param news told of each failure, in one line
   */
  public RunningJob submit(
      String name, Consumer<StreamExecutionEnvironment> define, Consumer<String> news)
      throws Exception {
    var environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    define.accept(environment);
    var plan = JobPlan.of(name, environment, checkpoints);
    cluster.submitJob(plan.graph()).get();
    var job = new RunningJob(cluster, name, plan.graph().getJobID(), plan.restoredFrom());
    stopping.add(job::lastCheckpoint);
    stopping.add(new JobWatch(job, news));
    job.awaitRunning();
    return job;
  }

  /** Takes a last checkpoint of each running job, then shuts down. */
  @Override
  public void close() {
    stopping.close();
  }

  private void shutDown() throws ExecutionException, TimeoutException {
    try {
      cluster.closeAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }
}
