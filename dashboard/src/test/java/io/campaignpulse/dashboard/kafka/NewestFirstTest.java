package io.campaignpulse.dashboard.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.dashboard.ports.LogUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class NewestFirstTest {
  private static final String NAME = "decisions";
  private static final int MEGABYTE = 1 << 20;

  /** What stands in each partition: keys and values in turn. */
  private final List<List<String>> partitions = new ArrayList<>();

  /** Whether Kafka does not answer when it is next asked. */
  private boolean silent;

  private final TopicReader topic = new TopicReader(this::consumer, NAME);

  private Consumer<String, byte[]> consumer() {
    var consumer =
        new MockConsumer<String, byte[]>("earliest") {
          @Override
          public synchronized void seek(TopicPartition partition, long offset) {
            super.seek(partition, offset);
            if (silent) {
              silent = false;
              setPollException(new TimeoutException("silent"));
              return;
            }
            schedulePollTask(() -> records(partition, offset).forEach(this::addRecord));
          }
        };
    var infos = new ArrayList<PartitionInfo>();
    var starts = new HashMap<TopicPartition, Long>();
    var ends = new HashMap<TopicPartition, Long>();
    for (int n = 0; n < partitions.size(); n++) {
      infos.add(new PartitionInfo(NAME, n, null, null, null));
      starts.put(new TopicPartition(NAME, n), 0L);
      ends.put(new TopicPartition(NAME, n), partitions.get(n).size() / 2L);
    }
    consumer.updatePartitions(NAME, infos);
    consumer.updateBeginningOffsets(starts);
    consumer.updateEndOffsets(ends);
    return consumer;
  }

  private List<ConsumerRecord<String, byte[]>> records(TopicPartition partition, long from) {
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    var all = partitions.get(partition.partition());
    for (int n = (int) from; n < all.size() / 2; n++) {
      var value = all.get(2 * n + 1);
      var bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
      records.add(new ConsumerRecord<>(NAME, partition.partition(), n, all.get(2 * n), bytes));
    }
    return records;
  }

  private void partition(String... keysAndValues) {
    partitions.add(new ArrayList<>(List.of(keysAndValues)));
  }

  private List<Map<String, String>> all(long most, int some) {
    var all = new ArrayList<Map<String, String>>();
    try (var back = topic.newestFirst(most, some)) {
      for (var next = back.next(); !next.isEmpty(); next = back.next()) {
        all.add(next);
      }
    }
    return all;
  }

  @Test
  void readsEachPartitionFromItsEndBackInTurn() {
    partition("a", "1", "b", "2", "a", "3", "a", "4", "c", "5");
    partition("d", "6");
    assertThat(all(100, 2))
        .containsExactlyInAnyOrder(
            Map.of("a", "4", "c", "5"),
            Map.of("d", "6"),
            Map.of("b", "2", "a", "3"),
            Map.of("a", "1"))
        .containsSubsequence(
            Map.of("a", "4", "c", "5"), Map.of("b", "2", "a", "3"), Map.of("a", "1"))
        .containsSubsequence(Map.of("d", "6"), Map.of("b", "2", "a", "3"));
  }

  @Test
  void readsNoMoreThanTheNewest() {
    partition("a", "1", "b", "2", "c", "3");
    partition("d", "4");
    assertThat(all(4, 10)).containsExactlyInAnyOrder(Map.of("b", "2", "c", "3"), Map.of("d", "4"));
  }

  @Test
  void givesAPartAgainThatKafkaDidNotDeliver() {
    partition("a", "1", "b", "2", "a", "3");
    try (var back = topic.newestFirst(100, 2)) {
      silent = true;
      assertThatThrownBy(back::next).isInstanceOf(LogUnavailableException.class);
      assertThat(back.next()).isEqualTo(Map.of("b", "2", "a", "3"));
      silent = true;
      assertThatThrownBy(back::next).isInstanceOf(LogUnavailableException.class);
      assertThat(back.next()).isEqualTo(Map.of("a", "1"));
      assertThat(back.next()).isEmpty();
    }
  }

  @Test
  void passesOverWhatIsOfNobodyOrNothing() {
    partition("a", "1", "b", "2", "c", "3");
    partitions.get(0).set(3, null);
    partitions.get(0).set(4, null);
    assertThat(all(100, 1)).containsExactly(Map.of("a", "1"));
  }

  @Test
  void holdsNoMoreThanSomeMegabytes() {
    var large = "x".repeat(3 * MEGABYTE);
    partition("a", large, "b", large, "c", large, "d", "x".repeat(9 * MEGABYTE), "e", "1");
    assertThat(all(100, 10).stream().map(Map::keySet).map(List::copyOf).map(keys -> keys.get(0)))
        .containsExactly("e", "d", "b", "a");
  }

  @Test
  void givesNothingOfAnEmptyTopic() {
    partition();
    assertThat(all(100, 10)).isEmpty();
  }

  @Test
  void aTopicThatIsNotThereIsNotEmpty() {
    assertThatThrownBy(() -> topic.newestFirst(100, 10))
        .isInstanceOf(LogUnavailableException.class);
  }
}
