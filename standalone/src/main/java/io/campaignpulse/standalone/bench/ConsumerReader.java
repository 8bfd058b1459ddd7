package io.campaignpulse.standalone.bench;

import io.campaignpulse.events.EventType;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The ceiling: consumers that decode and do nothing else, as many as jobs have shares. Where the
 * events end they begin again, because this is over before it is warm.
 */
final class ConsumerReader implements EventReader {
  private static final Duration POLL = Duration.ofMillis(100);

  private final LongAdder events = new LongAdder();
  private volatile boolean closed;

  static ConsumerReader begin(Map<String, String> kafka) {
    var reader = new ConsumerReader();
    for (int i = 0; i < BenchSetup.SHARES; i++) {
      var share = i;
      var thread = new Thread(() -> reader.read(kafka, share), "consumer-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    return reader;
  }

  private void read(Map<String, String> kafka, int share) {
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(new HashMap<String, Object>(kafka), bytes, bytes)) {
      var mine = new ArrayList<TopicPartition>();
      for (var topic : Topics.events()) {
        consumer.partitionsFor(topic).stream()
            .filter(partition -> partition.partition() % BenchSetup.SHARES == share)
            .forEach(p -> mine.add(new TopicPartition(topic, p.partition())));
      }
      consumer.assign(mine);
      consumer.seekToBeginning(mine);
      while (!closed) {
        var records = consumer.poll(POLL);
        if (records.isEmpty()) {
          consumer.seekToBeginning(mine);
        }
        for (var record : records) {
          EventType.onTopic(record.topic()).orElseThrow().codec().decode(record.value());
        }
        events.add(records.count());
      }
    } catch (InvalidRecordException e) {
      throw new IllegalStateException("Kafka has an event that can't be read", e);
    }
  }

  @Override
  public long events() {
    return events.sum();
  }

  @Override
  public void close() {
    closed = true;
  }
}
