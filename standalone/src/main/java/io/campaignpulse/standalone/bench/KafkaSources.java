package io.campaignpulse.standalone.bench;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;

/** Sources as the jobs have them. */
final class KafkaSources {
  /** What the source of events is called in every job that is measured. */
  static final String EVENTS = "Events";

  private KafkaSources() {}

  static <T> KafkaSource<T> of(
      Map<String, String> kafka,
      String group,
      List<String> topics,
      KafkaRecordDeserializationSchema<T> reader) {
    var properties = new Properties();
    properties.putAll(kafka);
    return KafkaSource.<T>builder()
        .setProperties(properties)
        .setClientIdPrefix(group)
        .setGroupId(group)
        .setTopics(topics)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(reader)
        .build();
  }
}
