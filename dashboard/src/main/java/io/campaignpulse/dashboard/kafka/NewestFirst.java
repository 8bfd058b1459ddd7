package io.campaignpulse.dashboard.kafka;

import io.campaignpulse.dashboard.ports.DecisionsBack;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads decisions from where their topic ends back towards its beginning, some of one partition
 * after some of another. A customer's stand in one partition, in their order.
 */
final class NewestFirst implements DecisionsBack {
  /** How much is held at a time, beside what Kafka hands over at once; one record always is. */
  private static final long MOST_BYTES = 8L << 20;

  private final TopicReader topic;
  private final Consumer<String, byte[]> consumer;
  private final int some;
  private final Deque<Span> left = new ArrayDeque<>();

  /** What is still to be read of a partition: from an offset up to before another one. */
  private record Span(TopicPartition partition, long from, long to) {
    Span upTo(long offset) {
      return new Span(partition, from, offset);
    }
  }

  /**
   * @param some so many records at a time
   * @param starts where reading ends, by partition
   * @param ends before which it begins
   */
  NewestFirst(
      TopicReader topic,
      Consumer<String, byte[]> consumer,
      int some,
      Map<TopicPartition, Long> starts,
      Map<TopicPartition, Long> ends) {
    this.topic = topic;
    this.consumer = consumer;
    this.some = some;
    starts.forEach((partition, start) -> left.add(new Span(partition, start, ends.get(partition))));
  }

  @Override
  public Map<String, String> next() {
    try {
      while (!left.isEmpty()) {
        var newest = new HashMap<String, String>();
        var span = left.peek();
        if (span.from < span.to) {
          read(span).forEach(each -> take(each, newest));
        } else {
          left.poll();
        }
        if (!newest.isEmpty()) {
          return newest;
        }
      }
      return Map.of();
    } catch (KafkaException e) {
      throw topic.unavailable(e);
    }
  }

  /**
   * Reads the end of the first span, in the partition's order, and puts what is left of it last in
   * line. If that fails, it is the first still.
   */
  private Deque<ConsumerRecord<String, byte[]>> read(Span span) {
    var begin = Math.max(span.from, span.to - some);
    consumer.assign(List.of(span.partition));
    consumer.seek(span.partition, begin);
    var end = new End(span.to);
    topic.drain(consumer, Map.of(span.partition, span.to), TopicReader.NEVER, end::add);
    left.poll();
    left.add(span.upTo(end.passedOver ? end.records.peek().offset() : begin));
    return end.records;
  }

  /** The last records before an offset, as many as may be held. */
  private static final class End {
    private final long before;
    private final Deque<ConsumerRecord<String, byte[]>> records = new ArrayDeque<>();
    private long bytes;
    private boolean passedOver;

    End(long before) {
      this.before = before;
    }

    void add(ConsumerRecord<String, byte[]> each) {
      if (each.offset() >= before) {
        return;
      }
      records.add(each);
      bytes += size(each);
      while (bytes > MOST_BYTES && records.size() > 1) {
        bytes -= size(records.poll());
        passedOver = true;
      }
    }

    private static long size(ConsumerRecord<String, byte[]> each) {
      return each.value() == null ? 0 : each.value().length;
    }
  }

  private static void take(ConsumerRecord<String, byte[]> each, Map<String, String> newest) {
    if (each.key() != null && each.value() != null) {
      newest.put(each.key(), new String(each.value(), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
