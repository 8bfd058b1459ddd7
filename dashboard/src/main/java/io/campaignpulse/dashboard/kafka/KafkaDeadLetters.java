package io.campaignpulse.dashboard.kafka;

import io.campaignpulse.dashboard.ports.DeadLetters;
import io.campaignpulse.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The dead letters on their Kafka topic, read when somebody asks. */
public final class KafkaDeadLetters implements DeadLetters {
  private final TopicReader topic;

  public KafkaDeadLetters(KafkaClients clients) {
    this(clients::consumer);
  }

  KafkaDeadLetters(Supplier<Consumer<String, byte[]>> consumers) {
    this.topic = new TopicReader(consumers, Topics.DEAD_LETTERS);
  }

  @Override
  public List<DeadLetter> newest(int limit) {
    var found = new LinkedHashMap<String, DeadLetter>();
    // Repeats lie close together: twice as many leave enough.
    topic.read(2L * limit, message -> add(found, letter(message)));
    return found.values().stream()
        .sorted(Comparator.comparing(DeadLetter::receivedAt).reversed())
        .limit(limit)
        .toList();
  }

  private static void add(LinkedHashMap<String, DeadLetter> found, DeadLetter letter) {
    found.putIfAbsent(letter.id(), letter);
  }

  @Override
  public Optional<DeadLetter> find(String id) {
    var found = new DeadLetter[1];
    topic.read(
        Long.MAX_VALUE,
        message -> {
          var letter = letter(message);
          if (letter.id().equals(id)) {
            found[0] = letter;
          }
        });
    return Optional.ofNullable(found[0]);
  }

  @Override
  public void forEach(java.util.function.Consumer<DeadLetter> each) {
    var seen = new HashSet<String>();
    topic.read(
        Long.MAX_VALUE,
        message -> {
          var letter = letter(message);
          if (seen.add(letter.id())) {
            each.accept(letter);
          }
        });
  }

  @Override
  public long count() {
    return topic.size();
  }

  static DeadLetter letter(ConsumerRecord<String, byte[]> message) {
    var from = header(message, Topics.HEADER_TOPIC);
    var partition = header(message, Topics.HEADER_PARTITION);
    var offset = header(message, Topics.HEADER_OFFSET);
    var id = message.key() == null ? from + "-" + partition + "-" + offset : message.key();
    return new DeadLetter(
        id,
        from,
        (int) number(partition),
        number(offset),
        header(message, Topics.HEADER_REASON),
        Instant.ofEpochMilli(message.timestamp()),
        message.value() == null ? new byte[0] : message.value());
  }

  private static String header(ConsumerRecord<String, byte[]> message, String name) {
    var header = message.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }
}
