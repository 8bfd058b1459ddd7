package io.campaignpulse.standalone.bench;

import io.campaignpulse.events.EventType;
import io.campaignpulse.events.Identities;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.simulators.load.Wire;
import io.campaignpulse.simulators.target.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Kafka itself as the way in: Avro, keyed by customer, answered once all replicas have it; it waits
 * as long for company as the collector's does.
 */
final class KafkaWire implements Wire<ProducerRecord<byte[], byte[]>>, AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;

  KafkaWire(Map<String, String> kafka) {
    var settings = new HashMap<String, Object>(kafka);
    settings.put("acks", "all");
    settings.put("linger.ms", "2");
    var bytes = new ByteArraySerializer();
    producer = new KafkaProducer<>(settings, bytes, bytes);
  }

  @Override
  public ProducerRecord<byte[], byte[]> write(SpecificRecord event) {
    var type = EventType.of(event);
    var field = event.getSchema().getField("customer").pos();
    var key = Identities.recordKey((CustomerRef) event.get(field));
    var bytes = key.getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(type.topic(), bytes, type.codec().encode(event));
  }

  @Override
  public Answer send(List<ProducerRecord<byte[], byte[]>> written) {
    var sends = written.stream().map(producer::send).toList();
    try {
      for (var sent : sends) {
        sent.get();
      }
      return new Answer(written.size(), List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take the load", e.getCause());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
