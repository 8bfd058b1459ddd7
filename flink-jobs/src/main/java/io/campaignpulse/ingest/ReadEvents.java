package io.campaignpulse.ingest;

import io.campaignpulse.events.Door;
import io.campaignpulse.events.EventType;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Touches;
import java.time.Instant;
import java.util.Currency;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the records of the event topics, by the same checks that guard the collector. A record that
 * fails them is an arrival too, with the reason, so that nothing is lost by it. What counts as the
 * future is judged by the time Kafka got the record, so reading it again gives the same.
 */
final class ReadEvents implements KafkaRecordDeserializationSchema<Arrival> {
  private static final long serialVersionUID = 1L;

  private final String currencyCode;
  private transient Currency currency;
  private transient Door door;

  ReadEvents(Currency currency) {
    this.currencyCode = currency.getCurrencyCode();
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    currency = Currency.getInstance(currencyCode);
    door = new Door(currency);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Arrival> out) {
    var origin = new Touch.Origin(message.topic(), message.partition(), message.offset());
    try {
      var type = EventType.onTopic(message.topic()).orElseThrow();
      var event = type.codec().decode(message.value());
      door.admit(event, Instant.ofEpochMilli(message.timestamp()));
      out.collect(Arrival.read(Touches.of(event, origin, currency)));
    } catch (InvalidRecordException e) {
      out.collect(Arrival.refused(origin, message.value(), e.getMessage()));
    } catch (RuntimeException e) {
      // A record that trips the reader in a way nobody foresaw must not stop the others.
      out.collect(Arrival.refused(origin, message.value(), "unreadable: " + e));
    }
  }

  @Override
  public TypeInformation<Arrival> getProducedType() {
    return TypeInformation.of(Arrival.class);
  }
}
