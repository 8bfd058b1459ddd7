package io.campaignpulse.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Topics;
import io.campaignpulse.standalone.ChildJvm;
import io.campaignpulse.standalone.Lifetime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
  private static final String TOPIC = "calls";
  private static final Instant LONG_AGO = Instant.parse("2017-03-01T09:00:00Z");
  private static final Instant AHEAD = Instant.now().plus(Duration.ofDays(2));

  @TempDir Path directory;

  @Test
  void keepsRecordsOverARestartHoweverOldTheirEventTime() throws Exception {
    try (var kafka = EmbeddedKafka.start(directory, reason -> {})) {
      int created = TopicSetup.ensure(clients(kafka), Topics.all());
      assertThat(created).isEqualTo(Topics.all().size());
      send(kafka, LONG_AGO, "long ago");
      send(kafka, AHEAD, "ahead");
    }
    try (var kafka = EmbeddedKafka.start(directory, reason -> {})) {
      assertThat(TopicSetup.ensure(clients(kafka), Topics.all())).isZero();
      assertThat(read(kafka, 2)).containsExactlyInAnyOrder("long ago", "ahead");
    }
  }

  @Test
  void endsTheProcessWhenItsDiskIsGone() throws Exception {
    var disk = directory.resolve("kafka");
    try (var process = ChildJvm.start(Holder.class, disk.toString())) {
      assertThat(process.readLine()).isEqualTo("started");

      Files.move(disk, directory.resolve("elsewhere"));

      assertThat(process.readLine()).startsWith("pulse: the Kafka broker gave up");
      assertThat(process.awaitEnd()).isEqualTo(1);
    }
  }

  /** Runs a broker for as long as that is possible. */
  static final class Holder {
    public static void main(String[] args) throws Exception {
      System.setErr(System.out);
      var kafka = EmbeddedKafka.start(Path.of(args[0]), Lifetime::end);
      TopicSetup.ensure(clients(kafka), Topics.all());
      System.out.println("started");
      new CountDownLatch(1).await();
    }
  }

  private static void send(EmbeddedKafka kafka, Instant at, String value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>copyOf(clients(kafka)),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, null, at.toEpochMilli(), "key", value)).get();
    }
  }

  private static List<String> read(EmbeddedKafka kafka, int count) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>copyOf(clients(kafka)),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partitions =
          IntStream.range(0, TopicSetup.PARTITIONS)
              .mapToObj(partition -> new TopicPartition(TOPIC, partition))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var values = new ArrayList<String>();
      var deadline = Instant.now().plusSeconds(20);
      while (values.size() < count && Instant.now().isBefore(deadline)) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
      return values;
    }
  }

  private static Map<String, String> clients(EmbeddedKafka kafka) {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }
}
