package io.campaignpulse.dashboard.kafka;

import io.campaignpulse.dashboard.ports.LogUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic from some way back up to where it ends now. */
final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();

  /** No deadline. */
  static final long NEVER = Long.MAX_VALUE;

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final String topic;

  TopicReader(Supplier<Consumer<String, byte[]>> consumers, String topic) {
    this.consumers = consumers;
    this.topic = topic;
  }

  /** Hands over the last so many records of each partition, in the partition's order. */
  void read(long newest, java.util.function.Consumer<? super ConsumerRecord<String, byte[]>> each) {
    try (var consumer = consumers.get()) {
      var partitions = partitions(consumer);
      consumer.assign(partitions);
      var starts = consumer.beginningOffsets(partitions);
      var ends = consumer.endOffsets(partitions);
      for (var partition : partitions) {
        var start = Math.max(starts.get(partition), ends.get(partition) - newest);
        consumer.seek(partition, start);
      }
      drain(consumer, ends, NEVER, each);
    } catch (KafkaException e) {
      throw unavailable(e);
    }
  }

  /**
   * Hands over the records from a time of the log on, and says whether these were all.
   *
   * @param most records; where there are more, the last of each partition
   */
  boolean readSince(
      Instant from,
      long most,
      Duration within,
      java.util.function.Consumer<? super ConsumerRecord<String, byte[]>> each) {
    var deadline = System.nanoTime() + within.toNanos();
    try (var consumer = consumers.get()) {
      var partitions = partitions(consumer);
      consumer.assign(partitions);
      var ends = consumer.endOffsets(partitions);
      var starts = starts(consumer, ends, from);
      var share = partitions.isEmpty() ? most : most / partitions.size();
      var whole = true;
      for (var partition : partitions) {
        var mostBack = ends.get(partition) - share;
        whole &= starts.get(partition) >= mostBack;
        consumer.seek(partition, Math.max(starts.get(partition), mostBack));
      }
      return drain(consumer, ends, deadline, each) && whole;
    } catch (KafkaException e) {
      throw unavailable(e);
    }
  }

  /**
   * Opens the topic at its end, to read it back.
   *
   * @param most records; where there are more, the last of each partition
   * @param some so many at a time
   */
  NewestFirst newestFirst(long most, int some) {
    var consumer = consumers.get();
    try {
      var partitions = partitions(consumer);
      if (partitions.isEmpty()) {
        throw new LogUnavailableException("Kafka has no " + topic, null);
      }
      var ends = consumer.endOffsets(partitions);
      var starts = new HashMap<>(consumer.beginningOffsets(partitions));
      var share = most / partitions.size();
      starts.replaceAll((partition, start) -> Math.max(start, ends.get(partition) - share));
      return new NewestFirst(this, consumer, some, starts, ends);
    } catch (KafkaException e) {
      consumer.close();
      throw unavailable(e);
    } catch (LogUnavailableException e) {
      consumer.close();
      throw e;
    }
  }

  private static Map<TopicPartition, Long> starts(
      Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, Instant from) {
    var asked = new HashMap<TopicPartition, Long>();
    ends.keySet().forEach(partition -> asked.put(partition, from.toEpochMilli()));
    var starts = new HashMap<>(ends);
    consumer
        .offsetsForTimes(asked)
        .forEach(
            (partition, found) -> {
              if (found != null) {
                starts.put(partition, found.offset());
              }
            });
    return starts;
  }

  /** How many offsets lie between the topic's beginning and its end. */
  long size() {
    try (var consumer = consumers.get()) {
      var partitions = partitions(consumer);
      consumer.assign(partitions);
      return sum(consumer.endOffsets(partitions)) - sum(consumer.beginningOffsets(partitions));
    } catch (KafkaException e) {
      throw unavailable(e);
    }
  }

  /**
   * Hands over what there is up to these ends, and some of what lies beyond.
   *
   * @return whether all was read before the time was up
   */
  boolean drain(
      Consumer<String, byte[]> consumer,
      Map<TopicPartition, Long> ends,
      long deadline,
      java.util.function.Consumer<? super ConsumerRecord<String, byte[]>> each) {
    var lastRecord = System.nanoTime();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      if (deadline != NEVER && System.nanoTime() - deadline > 0) {
        return false;
      }
      var polled = consumer.poll(POLL);
      polled.forEach(each);
      if (!polled.isEmpty()) {
        lastRecord = System.nanoTime();
      } else if (System.nanoTime() - lastRecord > PATIENCE_NANOS) {
        throw new LogUnavailableException("Kafka does not deliver " + topic, null);
      }
    }
    return true;
  }

  private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  LogUnavailableException unavailable(KafkaException e) {
    return new LogUnavailableException("Kafka does not deliver " + topic, e);
  }
}
