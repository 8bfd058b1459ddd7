package io.campaignpulse.standalone.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka of a running system, as another producer or consumer sees it. */
final class KafkaSide implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final Map<String, Object> properties;
  private final Admin admin;
  private final KafkaProducer<String, byte[]> producer;

  KafkaSide(Map<String, String> properties) {
    this.properties = new HashMap<>(properties);
    this.admin = Admin.create(this.properties);
    this.producer =
        new KafkaProducer<>(this.properties, new StringSerializer(), new ByteArraySerializer());
  }

  Future<RecordMetadata> send(String topic, String key, byte[] value) {
    return producer.send(new ProducerRecord<>(topic, key, value));
  }

  /** As a producer does whose clock shows this time. */
  Future<RecordMetadata> send(Instant clock, String topic, String key, byte[] value) {
    return producer.send(new ProducerRecord<>(topic, null, clock.toEpochMilli(), key, value));
  }

  /** Whether the group has committed everything that the topics hold. */
  boolean hasRead(String group, List<String> topics) {
    var committed = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return ends(topics).entrySet().stream()
        .allMatch(
            end -> {
              var position = committed.get(end.getKey());
              return end.getValue() == (position == null ? 0 : position.offset());
            });
  }

  /** How many records the group had read at its last checkpoint. */
  long committed(String group) {
    return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .values()
        .stream()
        .filter(Objects::nonNull)
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }

  /** How many records the topics hold. */
  long size(List<String> topics) {
    return ends(topics).values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<TopicPartition, Long> ends(List<String> topics) {
    var question = new HashMap<TopicPartition, OffsetSpec>();
    get(admin.describeTopics(topics).allTopicNames())
        .forEach(
            (topic, found) ->
                found
                    .partitions()
                    .forEach(
                        p ->
                            question.put(
                                new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
    var ends = new HashMap<TopicPartition, Long>();
    get(admin.listOffsets(question).all()).forEach((at, end) -> ends.put(at, end.offset()));
    return ends;
  }

  /** All that a topic holds now. */
  List<ConsumerRecord<String, byte[]>> read(String topic) {
    var found = new ArrayList<ConsumerRecord<String, byte[]>>();
    var ends = ends(List.of(topic));
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
    }
    return found;
  }

  static <T> T get(Future<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    admin.close(Duration.ofSeconds(1));
  }
}
