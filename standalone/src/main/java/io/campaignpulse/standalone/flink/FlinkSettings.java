package io.campaignpulse.standalone.flink;

import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** The settings of the embedded Flink cluster and of every job on it. */
final class FlinkSettings {
  private static final int MOST_SLOTS = 4;
  private static final MemorySize NETWORK = MemorySize.ofMebiBytes(128);
  private static final MemorySize STATE_CACHE = MemorySize.ofMebiBytes(256);

  private FlinkSettings() {}

  static Configuration of(Path checkpoints, Map<String, String> overrides) {
    var settings = JobDefaults.configuration();
    settings.addAll(cluster());
    settings
        .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString())
        .set(
            CheckpointingOptions.SAVEPOINT_DIRECTORY,
            RestorePoint.savepoints(checkpoints).toUri().toString());
    overrides.forEach(settings::setString);
    return settings;
  }

  static int slots(Configuration settings) {
    return settings.get(TaskManagerOptions.NUM_TASK_SLOTS);
  }

  private static Configuration cluster() {
    int slots = Math.min(MOST_SLOTS, Math.max(2, Runtime.getRuntime().availableProcessors()));
    return new Configuration()
        .set(RestOptions.ADDRESS, "127.0.0.1")
        .set(RestOptions.BIND_ADDRESS, "127.0.0.1")
        .set(RestOptions.BIND_PORT, "0")
        .set(TaskManagerOptions.NUM_TASK_SLOTS, slots)
        .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, STATE_CACHE)
        .set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK)
        .set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK)
        .set(CoreOptions.DEFAULT_PARALLELISM, slots)
        .set(RocksDBOptions.OPTIONS_FACTORY, StoreOptions.class.getName());
  }
}
