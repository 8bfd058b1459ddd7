package io.campaignpulse.standalone.flink;

import io.campaignpulse.standalone.Refusal;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;

/**
 * The settings of a job on a cluster that exists: our defaults, over them what the cluster says of
 * the same things, over these what was given with the command.
 */
final class RemoteSettings {
  /**
   * What a cluster's own configuration says of jobs; a job brings it along when it is submitted.
   */
  private static final List<String> OF_JOBS =
      List.of(
          "execution.checkpointing.",
          "state.backend.",
          "restart-strategy.",
          "parallelism.default",
          "pipeline.max-parallelism");

  private RemoteSettings() {}

  static Configuration of(Map<String, String> cluster, Map<String, String> given) {
    var settings = JobDefaults.configuration();
    cluster.forEach(
        (key, value) -> {
          if (OF_JOBS.stream().anyMatch(key::startsWith)) {
            settings.setString(key, value);
          }
        });
    given.forEach(settings::setString);
    if (settings.getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY).isEmpty()) {
      throw new Refusal(
          "this Flink has no place for checkpoints: name one that all its machines reach, with"
              + " --flink.execution.checkpointing.dir=file:///DIRECTORY or s3://BUCKET");
    }
    return settings;
  }
}
