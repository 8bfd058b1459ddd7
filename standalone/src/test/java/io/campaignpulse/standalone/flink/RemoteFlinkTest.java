package io.campaignpulse.standalone.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.standalone.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteFlinkTest {
  private static final Map<String, String> PLACE =
      Map.of("execution.checkpointing.dir", "file:///checkpoints");

  @Test
  void checkpointsAndRestartsAJobOnAClusterThatSaysNothingOfIt() {
    var settings = RemoteSettings.of(PLACE, Map.of());
    assertThat(settings.get(CheckpointingOptions.CHECKPOINTING_INTERVAL))
        .isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.get(RestartStrategyOptions.RESTART_STRATEGY))
        .isEqualTo("exponential-delay");
  }

  @Test
  void takesWhatTheClusterSaysOfJobsAndOverItWhatIsGiven() {
    var cluster =
        Map.of(
            "execution.checkpointing.dir", "file:///theirs",
            "state.backend.type", "hashmap",
            "restart-strategy.type", "fixed-delay",
            "parallelism.default", "6",
            "pipeline.max-parallelism", "256",
            "taskmanager.numberOfTaskSlots", "3");
    var settings = RemoteSettings.of(cluster, Map.of());
    assertThat(settings.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY))
        .isEqualTo("file:///theirs");
    assertThat(settings.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("hashmap");
    assertThat(settings.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("fixed-delay");
    assertThat(settings.get(CoreOptions.DEFAULT_PARALLELISM)).isEqualTo(6);
    assertThat(settings.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(256);
    assertThat(settings.toMap()).doesNotContainKey("taskmanager.numberOfTaskSlots");
    var over = RemoteSettings.of(cluster, Map.of("parallelism.default", "4"));
    assertThat(over.get(CoreOptions.DEFAULT_PARALLELISM)).isEqualTo(4);
  }

  @Test
  void refusesAClusterWithoutAPlaceForCheckpoints() {
    assertThatThrownBy(() -> RemoteSettings.of(Map.of(), Map.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--flink.execution.checkpointing.dir=");
    assertThatCode(() -> RemoteSettings.of(Map.of(), PLACE)).doesNotThrowAnyException();
  }

  @Test
  void refusesToRunBesideItself() {
    assertThatThrownBy(
            () -> RemoteFlink.requireNoneRuns("pulse", jobs("pulse", JobStatus.RESTARTING)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("already runs there");
    RemoteFlink.requireNoneRuns("pulse", jobs("pulse", JobStatus.CANCELED));
    RemoteFlink.requireNoneRuns("pulse", jobs("other", JobStatus.RUNNING));
  }

  private static List<JobStatusMessage> jobs(String name, JobStatus status) {
    return List.of(new JobStatusMessage(new JobID(), name, status, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flink-jobs-0.1.0.jar",
        "event-schemas-0.1.0.jar",
        "flink-connector-kafka-5.0.0-2.2.jar",
        "flink-connector-base-2.3.0.jar",
        "kafka-clients-4.2.2.jar",
        "jedis-8.0.2.jar",
        "avro-1.12.2.jar",
        "jackson-databind-2.22.4.jar",
        "libphonenumber-9.0.43.jar"
      })
  void bringsWhatTheJobsNeed(String jar) {
    assertThat(RemoteFlink.ships(jar)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flink-runtime-2.3.0.jar",
        "flink-statebackend-rocksdb-2.3.0.jar",
        "slf4j-api-2.0.17.jar",
        "log4j-slf4j2-impl-2.25.5.jar",
        "kafka_2.13-4.2.2.jar"
      })
  void leavesOutWhatTheClusterBrings(String jar) {
    assertThat(RemoteFlink.ships(jar)).isFalse();
  }
}
