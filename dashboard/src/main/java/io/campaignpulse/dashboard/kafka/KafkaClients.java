package io.campaignpulse.dashboard.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the Kafka clients; the settings given pass through, what correctness needs is fixed. */
public final class KafkaClients {
  private final Map<String, String> given;

  public KafkaClients(Map<String, String> given) {
    this.given = given;
  }

  /** Nothing counts as sent before every in-sync replica has it; a caller waits ten seconds. */
  Producer<String, byte[]> producer() {
    var settings = new HashMap<String, Object>();
    settings.put("linger.ms", 2);
    settings.put("batch.size", 128 * 1024);
    settings.put("buffer.memory", 64L << 20);
    settings.put("max.block.ms", 5_000);
    settings.put("request.timeout.ms", 5_000);
    settings.put("delivery.timeout.ms", 10_000);
    settings.putAll(given);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Reads assigned partitions from given positions: no group, no committed offsets. */
  Consumer<String, byte[]> consumer() {
    var settings = new HashMap<String, Object>();
    settings.put("default.api.timeout.ms", 5_000);
    settings.put("request.timeout.ms", 5_000);
    settings.put("fetch.max.wait.ms", 100);
    settings.put("max.poll.records", 2_000);
    settings.putAll(given);
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("allow.auto.create.topics", false);
    settings.put("isolation.level", "read_committed");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  Admin admin() {
    var settings = new HashMap<String, Object>(given);
    settings.put("request.timeout.ms", 2_000);
    settings.put("default.api.timeout.ms", 2_000);
    return Admin.create(settings);
  }
}
