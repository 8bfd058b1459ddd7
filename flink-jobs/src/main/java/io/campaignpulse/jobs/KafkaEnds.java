package io.campaignpulse.jobs;

import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.ingest.DeadLetter;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.Fitted;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The Kafka ends of the jobs. */
final class KafkaEnds {
  private KafkaEnds() {}

  /** Topics from their beginning. */
  static <T> KafkaSource<T> source(
      Map<String, String> kafka,
      String group,
      List<String> topics,
      KafkaRecordDeserializationSchema<T> reader) {
    return source(reading(kafka), group, topics, reader, OffsetsInitializer.earliest());
  }

  /**
   * Topics from their beginning in which there is much. A fetch waits a moment for company: at two
   * thousand records a second one for each would cost more than the records.
   */
  static <T> KafkaSource<T> sourceOfMany(
      Map<String, String> kafka,
      String group,
      List<String> topics,
      KafkaRecordDeserializationSchema<T> reader) {
    var properties = new Properties();
    properties.setProperty("fetch.min.bytes", "16384");
    properties.setProperty("fetch.max.wait.ms", "5");
    properties.putAll(reading(kafka));
    return source(properties, group, topics, reader, OffsetsInitializer.earliest());
  }

  /** Topics from the start of the job. */
  static <T> KafkaSource<T> sourceOfNew(
      Map<String, String> kafka,
      String group,
      List<String> topics,
      KafkaRecordDeserializationSchema<T> reader) {
    return source(reading(kafka), group, topics, reader, OffsetsInitializer.latest());
  }

  private static <T> KafkaSource<T> source(
      Properties kafka,
      String group,
      List<String> topics,
      KafkaRecordDeserializationSchema<T> reader,
      OffsetsInitializer from) {
    return KafkaSource.<T>builder()
        .setProperties(kafka)
        .setClientIdPrefix(group)
        .setGroupId(group)
        .setTopics(topics)
        .setStartingOffsets(from)
        .setDeserializer(reader)
        .build();
  }

  /** Where refused records are kept. After a recovery some may be written again: same key. */
  static KafkaSink<DeadLetter> deadLetters(Map<String, String> kafka) {
    return sink(kafka, SideRecords::deadLetter);
  }

  /** Where events are kept that came too late to count. */
  static KafkaSink<Touch> late(Map<String, String> kafka) {
    return sink(kafka, SideRecords::late);
  }

  /** Where value models are published. */
  static KafkaSink<Fitted> models(Map<String, String> kafka) {
    return sink(kafka, SideRecords::model);
  }

  /** Where all who put customers into tiers learn where these begin. */
  static KafkaSink<ValueRanks> ranks(Map<String, String> kafka) {
    return sink(kafka, SideRecords::ranks);
  }

  /** Where other systems read how calls should be answered; some are repeated after a recovery. */
  static KafkaSink<RoutingDecision> decisions(Map<String, String> kafka) {
    return sink(kafka, SideRecords::decision);
  }

  /**
   * Where whoever makes offers reads which; some are repeated after a recovery. They wait twice as
   * long for company as others: of two thousand a second a batch of one partition holds twenty.
   */
  static KafkaSink<ViewWrite> offers(Map<String, String> kafka) {
    var inCompany = new HashMap<>(Map.of("linger.ms", "10"));
    inCompany.putAll(kafka);
    return sink(inCompany, SideRecords::offer);
  }

  /** Where all who decide on offers learn how they were taken. */
  static KafkaSink<OfferNews> learned(Map<String, String> kafka) {
    return sink(kafka, SideRecords::learned);
  }

  /** Where the jobs are given orders. */
  static KafkaSink<String> commands(Map<String, String> kafka) {
    return sink(kafka, SideRecords::command);
  }

  /** How something is written. */
  private interface Writing<T> extends Serializable {
    ProducerRecord<byte[], byte[]> record(T message);
  }

  private static <T> KafkaSink<T> sink(Map<String, String> kafka, Writing<T> writing) {
    return KafkaSink.<T>builder()
        .setBootstrapServers(kafka.get("bootstrap.servers"))
        .setKafkaProducerConfig(properties(kafka))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer((message, context, time) -> writing.record(message))
        .build();
  }

  /** How topics are read unless the deployment says otherwise: a backlog in large helpings. */
  private static Properties reading(Map<String, String> kafka) {
    var properties = new Properties();
    properties.setProperty("max.poll.records", "5000");
    properties.putAll(kafka);
    return properties;
  }

  private static Properties properties(Map<String, String> kafka) {
    var properties = new Properties();
    properties.putAll(kafka);
    return properties;
  }
}
