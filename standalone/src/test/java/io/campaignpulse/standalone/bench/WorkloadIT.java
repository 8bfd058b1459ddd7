package io.campaignpulse.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.standalone.embedded.Await;
import io.campaignpulse.standalone.embedded.EmbeddedRedis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** Each workload reads all events, and does what it is measured for. */
class WorkloadIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Dataset FEW = new Dataset("few", 5_000, 3, 100);

  @TempDir static Path directory;
  private static FilledKafka kafka;
  private static EmbeddedRedis redis;

  @BeforeAll
  static void start() throws Exception {
    redis = EmbeddedRedis.start(directory.resolve("redis"), directory.resolve("redis.log"));
    kafka = FilledKafka.open(directory, FEW);
  }

  @AfterAll
  static void stop() {
    kafka.close();
    redis.close();
  }

  private EventReader begin(Workload workload) throws Exception {
    var work = Files.createTempDirectory(directory, "work");
    var flink =
        Map.of("state.backend.type", "hashmap", "execution.checkpointing.interval", "500 ms");
    return workload.begin(new Workload.Ends(kafka.ends(), redis.uri(), work, flink));
  }

  private static void awaitAll(EventReader reader) throws TimeoutException {
    Await.until(PATIENCE, () -> reader.events() == FEW.events());
  }

  @Test
  void flinksOwnCountIsThatOfTheEvents() throws Exception {
    try (var reader = begin(Workload.COUNT)) {
      awaitAll(reader);
      Await.until(PATIENCE, () -> SourceCounts.checkpointBytes() > 0);
    }
    assertThat(SourceCounts.events()).as("what a closed one has counted").isZero();
    try (var reader = begin(Workload.RESPONSE)) {
      awaitAll(reader);
    }
  }

  @Test
  void theWholeJobServesThoughItReadsWhatWasThereBeforeIt() throws Exception {
    try (var reader = begin(Workload.TOGETHER);
        var client = RedisClient.create(redis.uri())) {
      awaitAll(reader);
      Await.until(PATIENCE, () -> serves(reader));
      Await.until(PATIENCE, () -> !servesOnceEmptied(client, reader));
    }
  }

  private static boolean serves(EventReader reader) {
    try {
      reader.verify();
      return true;
    } catch (IllegalStateException notYet) {
      assertThat(notYet).hasMessageContaining("no figure was served");
      return false;
    }
  }

  /** What is still on its way may come between. */
  private static boolean servesOnceEmptied(RedisClient client, EventReader reader) {
    client.flushAll();
    return serves(reader);
  }

  @Test
  void theConsumerBeginsAgainWhereTheEventsEnd() throws Exception {
    try (var reader = begin(Workload.CONSUMER)) {
      Await.until(PATIENCE, () -> reader.events() > 2 * FEW.events());
    }
  }

  @Test
  void aStockIsFilledOnce() throws Exception {
    kafka.close();
    kafka = FilledKafka.open(directory, FEW);
    try (var reader = begin(Workload.COUNT)) {
      awaitAll(reader);
      assertThatThrownBy(
              () -> Await.until(Duration.ofSeconds(2), () -> reader.events() > FEW.events()))
          .isInstanceOf(TimeoutException.class);
    }
  }
}
