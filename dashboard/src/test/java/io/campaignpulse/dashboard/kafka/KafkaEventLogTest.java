package io.campaignpulse.dashboard.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.dashboard.ports.EventLog.Entry;
import io.campaignpulse.dashboard.ports.EventLog.Position;
import io.campaignpulse.dashboard.ports.LogUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class KafkaEventLogTest {
  private static final List<Entry> TWO =
      List.of(new Entry("calls", "a", new byte[] {1}), new Entry("calls", "b", new byte[] {2}));

  private static MockProducer<String, byte[]> producer(boolean confirming) {
    return new MockProducer<>(confirming, null, new StringSerializer(), new ByteArraySerializer());
  }

  @Test
  void returnsOnceEverySendIsConfirmed() throws Exception {
    try (var producer = producer(false)) {
      var log = new KafkaEventLog(producer, () -> true);
      var appending = CompletableFuture.supplyAsync(() -> log.append(TWO));
      while (!producer.completeNext()) {
        Thread.onSpinWait();
      }
      assertThat(appending).isNotDone();
      while (!producer.completeNext()) {
        Thread.onSpinWait();
      }
      assertThat(appending.get(10, TimeUnit.SECONDS)).hasSize(2);
    }
  }

  @Test
  void saysWhereTheRecordsStand() {
    try (var producer = producer(true)) {
      var log = new KafkaEventLog(producer, () -> true);
      assertThat(log.append(TWO))
          .containsExactly(new Position("calls", 0, 0), new Position("calls", 0, 1));
      assertThat(producer.history()).extracting("key").containsExactly("a", "b");
    }
  }

  @Test
  void failsIfOneSendFails() {
    try (var producer = producer(false)) {
      var log = new KafkaEventLog(producer, () -> true);
      var appending = CompletableFuture.supplyAsync(() -> log.append(TWO));
      while (!producer.completeNext()) {
        Thread.onSpinWait();
      }
      while (!producer.errorNext(new TimeoutException("no broker"))) {
        Thread.onSpinWait();
      }
      assertThatThrownBy(appending::join)
          .hasCauseInstanceOf(LogUnavailableException.class)
          .hasMessageContaining("no broker");
    }
  }

  @Test
  void doesNotWaitForEachRecordOfABatchWhenKafkaIsAway() {
    try (var producer = producer(true)) {
      producer.sendException = new TimeoutException("no metadata");
      var log = new KafkaEventLog(producer, () -> false);
      assertThatThrownBy(() -> log.append(TWO)).isInstanceOf(LogUnavailableException.class);
      assertThat(producer.history()).isEmpty();
      assertThat(log.reachable()).isFalse();
    }
  }
}
