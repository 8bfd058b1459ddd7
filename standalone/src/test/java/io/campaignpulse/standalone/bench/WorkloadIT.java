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

/** Each way reads all events, and does what it is measured for. */
class WayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Dataset FEW = new Dataset("few", 5_000, 3, 100);

  @TempDir static Path directory;
  private static Stock stock;
  private static EmbeddedRedis redis;

  @BeforeAll
  static void start() throws Exception {
    redis = EmbeddedRedis.start(directory.resolve("redis"), directory.resolve("redis.log"));
    stock = Stock.open(directory, FEW);
  }

  @AfterAll
  static void stop() {
    stock.close();
    redis.close();
  }

  private Reading begin(Way way) throws Exception {
    var work = Files.createTempDirectory(directory, "work");
    var flink =
        Map.of("state.backend.type", "hashmap", "execution.checkpointing.interval", "500 ms");
    return way.begin(new Way.Ends(stock.ends(), redis.uri(), work, flink));
  }

  private static void awaitAll(Reading reading) throws TimeoutException {
    Await.until(PATIENCE, () -> reading.events() == FEW.events());
  }

  @Test
  void flinksOwnCountIsThatOfTheEvents() throws Exception {
    try (var reading = begin(Way.COUNT)) {
      awaitAll(reading);
      Await.until(PATIENCE, () -> SourceCounts.checkpointBytes() > 0);
    }
    assertThat(SourceCounts.events()).as("what a closed one has counted").isZero();
    try (var reading = begin(Way.RESPONSE)) {
      awaitAll(reading);
    }
  }

  @Test
  void theWholeJobServesThoughItReadsWhatWasThereBeforeIt() throws Exception {
    try (var reading = begin(Way.TOGETHER);
        var client = RedisClient.create(redis.uri())) {
      awaitAll(reading);
      Await.until(PATIENCE, () -> serves(reading));
      Await.until(PATIENCE, () -> !servesOnceEmptied(client, reading));
    }
  }

  private static boolean serves(Reading reading) {
    try {
      reading.verify();
      return true;
    } catch (IllegalStateException notYet) {
      assertThat(notYet).hasMessageContaining("no figure was served");
      return false;
    }
  }

  /** What is still on its way may come between. */
  private static boolean servesOnceEmptied(RedisClient client, Reading reading) {
    client.flushAll();
    return serves(reading);
  }

  @Test
  void theConsumerBeginsAgainWhereTheEventsEnd() throws Exception {
    try (var reading = begin(Way.CONSUMER)) {
      Await.until(PATIENCE, () -> reading.events() > 2 * FEW.events());
    }
  }

  @Test
  void aStockIsFilledOnce() throws Exception {
    stock.close();
    stock = Stock.open(directory, FEW);
    try (var reading = begin(Way.COUNT)) {
      awaitAll(reading);
      assertThatThrownBy(
              () -> Await.until(Duration.ofSeconds(2), () -> reading.events() > FEW.events()))
          .isInstanceOf(TimeoutException.class);
    }
  }
}
