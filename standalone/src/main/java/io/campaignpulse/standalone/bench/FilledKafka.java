package io.campaignpulse.standalone.bench;

import io.campaignpulse.events.EventType;
import io.campaignpulse.events.Identities;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.Topics;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.standalone.Lifetime;
import io.campaignpulse.standalone.embedded.EmbeddedKafka;
import io.campaignpulse.standalone.embedded.TopicSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A Kafka broker that has all events of a dataset, in Avro, keyed by customer. */
public final class FilledKafka implements AutoCloseable {
  private static final int WRITERS = 2;

  /**
   * Partitions in proportion to the events of each type: readers take from all partitions alike,
   * and would otherwise read most calls long before most visits.
   */
  private static final Map<String, Integer> BY_VOLUME =
      Map.of(
          EventType.CAMPAIGN_CONTACT.topic(), 5,
          EventType.WEB_VISIT.topic(), 16,
          EventType.SALE.topic(), 2,
          EventType.CALL.topic(), 1);

  private final EmbeddedKafka kafka;
  private final Dataset dataset;

  private FilledKafka(EmbeddedKafka kafka, Dataset dataset) {
    this.kafka = kafka;
    this.dataset = dataset;
  }

  /** Opens what an earlier run left in the directory, or fills it. */
  static FilledKafka open(Path directory, Dataset dataset) throws Exception {
    var kafka =
        new FilledKafka(EmbeddedKafka.start(directory.resolve("kafka"), Lifetime::end), dataset);
    try {
      // One kept from an earlier version may lack a topic that jobs read today.
      TopicSetup.ensure(
          kafka.ends(),
          Topics.all(),
          topic -> BY_VOLUME.getOrDefault(topic, TopicSetup.PARTITIONS));
      var filled = directory.resolve("filled");
      if (!Files.exists(filled)) {
        kafka.fill();
        Files.writeString(filled, dataset + "\n");
      }
      return kafka;
    } catch (Exception failed) {
      kafka.close();
      throw failed;
    }
  }

  Dataset dataset() {
    return dataset;
  }

  Map<String, String> ends() {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  private void fill() throws ExecutionException, InterruptedException {
    var threads = Executors.newFixedThreadPool(WRITERS);
    try (var producer = producer()) {
      var plan = dataset.plan();
      for (var campaign : plan.referenceCampaigns()) {
        var kind = ReferenceKind.CAMPAIGNS;
        producer.send(record(kind.topic(), kind.id(campaign), kind.codec().encode(campaign)));
      }
      var writing = new ArrayList<Future<?>>();
      for (int writer = 0; writer < WRITERS; writer++) {
        var first = writer;
        writing.add(threads.submit(() -> write(producer, first)));
      }
      for (var done : writing) {
        done.get();
      }
      producer.flush();
    } finally {
      threads.shutdownNow();
    }
  }

  private void write(KafkaProducer<byte[], byte[]> producer, long first) {
    var plan = dataset.plan();
    for (long n = first; n < dataset.events(); n += WRITERS) {
      var event = plan.event(n);
      var type = EventType.of(event);
      producer.send(record(type.topic(), key(event), type.codec().encode(event)));
    }
  }

  private static String key(SpecificRecord event) {
    var field = event.getSchema().getField("customer").pos();
    return Identities.recordKey((CustomerRef) event.get(field));
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
    return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "acks", "1",
            "enable.idempotence", "false",
            "linger.ms", "20",
            "batch.size", "262144",
            "buffer.memory", "134217728"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  @Override
  public void close() {
    try {
      kafka.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
