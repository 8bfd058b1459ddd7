package io.campaignpulse.standalone.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.standalone.ChildJvm;
import io.campaignpulse.standalone.embedded.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkClusterIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final Consumer<String> NOBODY = line -> {};

  @TempDir Path directory;

  @Test
  void countsOnAfterAKillAndAfterAStop() throws Exception {
    var checkpoints = directory.resolve("checkpoints");
    var killed = directory.resolve("killed");
    var restarted = directory.resolve("restarted");
    var again = directory.resolve("again");
    var points = new RestorePoint(checkpoints, JobPlan.id("counting"));

    try (var child = ChildJvm.start(CountingJob.class, checkpoints.toString(), killed.toString())) {
      Await.until(PATIENCE, () -> points.newest().isPresent() && lines(killed).size() > 300);
      child.kill();
    }
    countOn(checkpoints, restarted);
    countOn(checkpoints, again);

    assertThat(first(restarted)).isPositive();
    assertThat(first(again)).isGreaterThan(first(restarted));
    assertThat(List.of(killed, restarted, again))
        .allSatisfy(file -> assertThat(lines(file)).allSatisfy(FlinkClusterIT::countedOnce));
  }

  @Test
  void refusesAJobWithAnOperatorWithoutAUid() throws Exception {
    try (var flink = FlinkCluster.start(directory, directory.resolve("tmp"), Map.of())) {
      assertThatThrownBy(() -> flink.submit("without uid", FlinkClusterIT::withoutUid, NOBODY))
          .hasMessageContaining("no UID");
    }
  }

  @Test
  void tellsAFailureInOneLine() throws Exception {
    var news = new ConcurrentLinkedQueue<String>();
    var flink = FlinkCluster.start(directory, directory.resolve("tmp"), Map.of());
    try {
      flink.submit("broken", FlinkClusterIT::broken, news::add);
      Await.until(PATIENCE, () -> !news.isEmpty());
    } finally {
      flink.close();
    }
    assertThat(news)
        .contains("The jobs failed and are starting again: ArithmeticException: / by zero");
  }

  private static void broken(StreamExecutionEnvironment environment) {
    environment.setParallelism(1);
    var numbers =
        new DataGeneratorSource<>(
            number -> number, Long.MAX_VALUE, RateLimiterStrategy.perSecond(100), Types.LONG);
    environment
        .fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
        .uid("numbers")
        .map(number -> 1 / (100 - number))
        .uid("divide")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
  }

  private static void countOn(Path checkpoints, Path output) throws Exception {
    var flink = CountingJob.start(checkpoints, output);
    try {
      Await.until(PATIENCE, () -> lines(output).size() > 100);
    } finally {
      flink.close();
    }
  }

  private static void withoutUid(StreamExecutionEnvironment environment) {
    environment.fromData(1L, 2L).sinkTo(new DiscardingSink<>());
  }

  private static void countedOnce(String line) {
    var numbers = line.split(" ");
    assertThat(Long.parseLong(numbers[1])).isEqualTo(Long.parseLong(numbers[0]) + 1);
  }

  private static long first(Path file) {
    return Long.parseLong(lines(file).get(0).split(" ")[0]);
  }

  /** The whole lines written so far. */
  private static List<String> lines(Path file) {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      var text = Files.readString(file);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
