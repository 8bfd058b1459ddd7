package io.campaignpulse.dashboard.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.dashboard.ports.OfferLog.Extent;
import io.campaignpulse.events.Topics;
import io.campaignpulse.events.views.OfferDecision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KafkaOfferLogTest {
  private static final TopicPartition TOPIC = new TopicPartition(Topics.OFFER_DECISIONS, 0);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final List<String> RECORDS =
      List.of(decision(0), decision(1), "{", "{\"other\": 1}", decision(4), decision(5));

  private final KafkaOfferLog log = new KafkaOfferLog(KafkaOfferLogTest::consumer);

  private static String decision(int id) {
    return """
        {"decisionId": "%d", "trigger": "LAPSE", "at": 7, "customerId": "anna"}"""
        .formatted(id);
  }

  /** A topic whose record of offset n is of second n. */
  private static Consumer<String, byte[]> consumer() {
    var consumer =
        new MockConsumer<String, byte[]>("earliest") {
          @Override
          public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
              Map<TopicPartition, Long> asked) {
            var found = new HashMap<TopicPartition, OffsetAndTimestamp>();
            var second = asked.get(TOPIC) / 1_000;
            found.put(
                TOPIC,
                second < RECORDS.size() ? new OffsetAndTimestamp(second, second * 1_000) : null);
            return found;
          }
        };
    consumer.updatePartitions(
        TOPIC.topic(), List.of(new PartitionInfo(TOPIC.topic(), 0, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(TOPIC, 0L));
    consumer.updateEndOffsets(Map.of(TOPIC, (long) RECORDS.size()));
    consumer.schedulePollTask(
        () -> {
          for (int i = 0; i < RECORDS.size(); i++) {
            if (consumer.position(TOPIC) <= i) {
              consumer.addRecord(
                  new ConsumerRecord<>(
                      TOPIC.topic(),
                      0,
                      i,
                      "anna",
                      RECORDS.get(i).getBytes(StandardCharsets.UTF_8)));
            }
          }
        });
    return consumer;
  }

  private record Read(boolean whole, List<String> ids) {}

  private Read read(long fromSecond, long most, Duration within) {
    var ids = new ArrayList<String>();
    var extent = new Extent(Instant.ofEpochSecond(fromSecond), most, within);
    var whole = log.read(extent, (OfferDecision each) -> ids.add(each.decisionId()));
    return new Read(whole, ids);
  }

  @Test
  void readsFromATimeOnAndLeavesOutWhatCanNotBeRead() {
    assertThat(read(1, 100, MINUTE)).isEqualTo(new Read(true, List.of("1", "4", "5")));
    assertThat(read(9, 100, MINUTE)).isEqualTo(new Read(true, List.of()));
  }

  @Test
  void readsTheNewestWhereThereAreTooMany() {
    assertThat(read(0, 2, MINUTE)).isEqualTo(new Read(false, List.of("4", "5")));
    assertThat(read(4, 2, MINUTE)).isEqualTo(new Read(true, List.of("4", "5")));
  }

  @Test
  void stopsWhenTheTimeIsUp() {
    assertThat(read(0, 100, Duration.ZERO)).isEqualTo(new Read(false, List.of()));
  }
}
