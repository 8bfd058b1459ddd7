package io.campaignpulse.standalone.flink;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;

/** The settings of every job, on the embedded Flink and on any other. */
final class JobDefaults {
  /** Into how many shares state can be divided; restored state keeps it for ever. */
  private static final int MAX_PARALLELISM = 128;

  private JobDefaults() {}

  /** A fresh configuration: where checkpoints are kept is not among the defaults. */
  static Configuration configuration() {
    var settings = strict();
    settings
        // On disk, and only what changed goes into a checkpoint: state may outgrow the heap.
        .set(StateBackendOptions.STATE_BACKEND, "rocksdb")
        .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
        // Most tables that might hold a customer do not: each was searched to find that.
        .set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true)
        // Each makes operators wait for the disk: ten seconds' events are read again in no time.
        .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10))
        .set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, Duration.ofSeconds(1))
        .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
        .set(
            CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
            ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION)
        .set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM)
        .set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay")
        .set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
            Duration.ofSeconds(15));
    return settings;
  }

  /** Turns a missing uid and a type that only Kryo can write into failures to start. */
  private static Configuration strict() {
    return new Configuration()
        .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
        .set(PipelineOptions.GENERIC_TYPES, false);
  }
}
