package io.campaignpulse.dashboard.kafka;

import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.dashboard.ports.LogUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** The event log on Kafka, through one producer that all requests share. */
public final class KafkaEventLog implements EventLog, AutoCloseable {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final Producer<String, byte[]> producer;
  private final BooleanSupplier reachable;

  public KafkaEventLog(KafkaClients clients, BooleanSupplier reachable) {
    this(clients.producer(), reachable);
  }

  KafkaEventLog(Producer<String, byte[]> producer, BooleanSupplier reachable) {
    this.producer = producer;
    this.reachable = reachable;
  }

  @Override
  public List<Position> append(List<Entry> entries) {
    try {
      var sends = new ArrayList<Future<RecordMetadata>>(entries.size());
      for (var entry : entries) {
        var send = producer.send(new ProducerRecord<>(entry.topic(), entry.key(), entry.value()));
        sends.add(send);
        if (send.isDone()) {
          send.get(); // each further send would wait as long as this one that failed
        }
      }
      return acknowledged(sends);
    } catch (ExecutionException e) {
      throw unavailable(e.getCause());
    } catch (KafkaException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  private static List<Position> acknowledged(List<Future<RecordMetadata>> sends)
      throws ExecutionException, InterruptedException {
    var positions = new ArrayList<Position>(sends.size());
    for (var send : sends) {
      var metadata = send.get();
      positions.add(new Position(metadata.topic(), metadata.partition(), metadata.offset()));
    }
    return positions;
  }

  private static LogUnavailableException unavailable(Throwable cause) {
    return new LogUnavailableException(
        "Kafka did not confirm the records (" + cause.getMessage() + ")", cause);
  }

  @Override
  public boolean reachable() {
    return reachable.getAsBoolean();
  }

  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
