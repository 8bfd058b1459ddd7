package io.campaignpulse.standalone.flink;

import static org.rocksdb.CompressionType.NO_COMPRESSION;
import static org.rocksdb.CompressionType.SNAPPY_COMPRESSION;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.rocksdb.CompressionType;

/** The settings of the embedded Flink cluster and of every job on it. */
final class FlinkSettings {
  private static final int MOST_SHARES = 4;
  private static final MemorySize NETWORK = MemorySize.ofMebiBytes(128);
  private static final MemorySize STATE_CACHE = MemorySize.ofMebiBytes(512);

  /** What is left of a table to write at a checkpoint, for which its operator waits, is no more. */
  private static final MemorySize UNWRITTEN = MemorySize.ofMebiBytes(16);

  /**
   * With as few as two nobody may write while one is being written to disk and the next is to be,
   * as when a checkpoint comes right after one was full.
   */
  private static final int MOST_UNWRITTEN = 4;

  /** What a checkpoint copies is written in pieces of it. */
  private static final int COPIED_BYTES = 64 * 1024;

  /** A checkpoint holds up what comes meanwhile: so often, one event in two hundred. */
  static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(60);

  /** Checkpoints wait until young tables are written, a third of which was compressing them. */
  private static final List<CompressionType> YOUNG_TABLES_AS_THEY_ARE =
      List.of(NO_COMPRESSION, NO_COMPRESSION, SNAPPY_COMPRESSION);

  /** Flink takes a list of directories: a path with one of its separators would be several. */
  private static final Pattern LIST = Pattern.compile("[," + File.pathSeparator + "]");

  private FlinkSettings() {}

  static Configuration of(Path checkpoints, Path temporary, Map<String, String> overrides) {
    var settings = JobDefaults.configuration();
    settings.addAll(cluster());
    if (!LIST.matcher(temporary.toString()).find()) {
      settings.set(CoreOptions.TMP_DIRS, temporary.toString());
    }
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

  /**
   * Into how many shares each operator is divided: one for two processors, as operators work beside
   * one another anyway, and beside Kafka, Redis and the dashboard. Each share more costs threads,
   * stores and files of checkpoints whether there is much to do or little.
   */
  static int shares(int processors) {
    return Math.max(1, Math.min(MOST_SHARES, processors / 2));
  }

  private static Configuration cluster() {
    int slots = shares(Runtime.getRuntime().availableProcessors());
    return new Configuration()
        .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, BETWEEN_CHECKPOINTS)
        .set(RestOptions.ADDRESS, "127.0.0.1")
        .set(RestOptions.BIND_ADDRESS, "127.0.0.1")
        .set(RestOptions.BIND_PORT, "0")
        .set(TaskManagerOptions.NUM_TASK_SLOTS, slots)
        .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, STATE_CACHE)
        .set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK)
        .set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK)
        .set(CoreOptions.DEFAULT_PARALLELISM, slots)
        .set(CheckpointingOptions.FS_WRITE_BUFFER_SIZE, COPIED_BYTES)
        // Each thread that copies takes a share of the processors from those that count.
        .set(RocksDBOptions.CHECKPOINT_TRANSFER_THREAD_NUM, 1)
        .set(RocksDBConfigurableOptions.WRITE_BUFFER_SIZE, UNWRITTEN)
        .set(RocksDBConfigurableOptions.MAX_WRITE_BUFFER_NUMBER, MOST_UNWRITTEN)
        .set(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL, YOUNG_TABLES_AS_THEY_ARE)
        .set(RocksDBOptions.OPTIONS_FACTORY, StoreOptions.class.getName());
  }
}
