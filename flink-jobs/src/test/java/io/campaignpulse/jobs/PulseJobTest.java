package io.campaignpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class PulseJobTest {
  private static final JobSettings SETTINGS =
      new JobSettings(
          Map.of("bootstrap.servers", "127.0.0.1:1"),
          "redis://127.0.0.1:1",
          Duration.ofHours(24),
          Duration.ofDays(180),
          Currency.getInstance("USD"));

  @Test
  void buildsWithAUidOnEachOperatorAndNoKryoType() {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    PulseJob.define(env, SETTINGS);
    assertThat(env.getStreamGraph().getJobGraph().getNumberOfVertices()).isPositive();
  }

  @Test
  void callsComeToWhoKeepsCustomersOnChannelsOfTheirOwn() {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    PulseJob.define(env, SETTINGS);
    var graph = env.getStreamGraph();
    var keeper =
        graph.getStreamNodes().stream()
            .filter(node -> "keep-customer".equals(node.getTransformationUID()))
            .findAny()
            .orElseThrow();
    assertThat(keeper.getInEdges())
        .extracting(edge -> graph.getStreamNode(edge.getSourceId()).getTransformationUID())
        .contains("route-events-first", "resolve-identity-first", "choose-identity-first");
  }

  @Test
  void refusesAnOperatorWithoutUid() {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    PulseJob.define(env, SETTINGS);
    env.fromData("x").print();
    assertThatThrownBy(() -> env.getStreamGraph().getJobGraph()).hasMessageContaining("UID");
  }

  @Test
  void refusesAHistoryShorterThanTheLateness() {
    assertThatThrownBy(
            () ->
                new JobSettings(
                    SETTINGS.kafka(),
                    SETTINGS.redisUri(),
                    Duration.ofDays(2),
                    Duration.ofDays(1),
                    SETTINGS.currency()))
        .hasMessageContaining("history");
  }
}
