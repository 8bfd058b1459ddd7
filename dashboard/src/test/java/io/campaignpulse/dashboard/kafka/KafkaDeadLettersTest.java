package io.campaignpulse.dashboard.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class KafkaDeadLettersTest {
  private static final TopicPartition TOPIC = new TopicPartition(Topics.DEAD_LETTERS, 0);

  private final KafkaDeadLetters letters = new KafkaDeadLetters(KafkaDeadLettersTest::consumer);

  /** Three letters, the first of them twice. */
  private static Consumer<String, byte[]> consumer() {
    var consumer = new MockConsumer<String, byte[]>("earliest");
    consumer.updatePartitions(
        TOPIC.topic(), List.of(new PartitionInfo(TOPIC.topic(), 0, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(TOPIC, 0L));
    consumer.updateEndOffsets(Map.of(TOPIC, 4L));
    consumer.schedulePollTask(
        () -> {
          consumer.addRecord(letter(0, 7));
          consumer.addRecord(letter(1, 8));
          consumer.addRecord(letter(2, 7));
          consumer.addRecord(letter(3, 9));
        });
    return consumer;
  }

  private static ConsumerRecord<String, byte[]> letter(long offset, long original) {
    var headers = new RecordHeaders();
    headers.add(Topics.HEADER_TOPIC, bytes("calls"));
    headers.add(Topics.HEADER_PARTITION, bytes("2"));
    headers.add(Topics.HEADER_OFFSET, bytes("" + original));
    headers.add(Topics.HEADER_REASON, bytes("queue: is missing"));
    return new ConsumerRecord<>(
        TOPIC.topic(),
        0,
        offset,
        offset,
        TimestampType.CREATE_TIME,
        0,
        0,
        "calls-2-" + original,
        bytes("{}"),
        headers,
        java.util.Optional.empty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void showsTheNewestFirstAndRepeatsOnce() {
    assertThat(letters.newest(50))
        .extracting("id")
        .containsExactly("calls-2-9", "calls-2-8", "calls-2-7");
    var newest = letters.newest(1).get(0);
    assertThat(newest.topic()).isEqualTo("calls");
    assertThat(newest.partition()).isEqualTo(2);
    assertThat(newest.offset()).isEqualTo(9);
    assertThat(newest.reason()).isEqualTo("queue: is missing");
  }

  @Test
  void findsOneAndHandsOverAllInOrder() {
    assertThat(letters.find("calls-2-8")).isPresent();
    assertThat(letters.find("calls-2-1")).isEmpty();
    var all = new ArrayList<String>();
    letters.forEach(letter -> all.add(letter.id()));
    assertThat(all).containsExactly("calls-2-7", "calls-2-8", "calls-2-9");
    assertThat(letters.count()).isEqualTo(4);
  }
}
