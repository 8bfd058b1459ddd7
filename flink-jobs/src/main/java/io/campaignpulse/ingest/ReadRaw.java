package io.campaignpulse.ingest;

import io.campaignpulse.ingest.core.Touch;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records as they are. */
final class ReadRaw implements KafkaRecordDeserializationSchema<RawRecord> {
  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<RawRecord> out) {
    var origin = new Touch.Origin(message.topic(), message.partition(), message.offset());
    out.collect(new RawRecord(origin, message.timestamp(), message.key(), message.value()));
  }

  @Override
  public TypeInformation<RawRecord> getProducedType() {
    return TypeInformation.of(RawRecord.class);
  }
}
