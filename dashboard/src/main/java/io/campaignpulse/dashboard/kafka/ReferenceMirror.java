package io.campaignpulse.dashboard.kafka;

import io.campaignpulse.dashboard.ports.MirrorProgress;
import io.campaignpulse.dashboard.ports.MirrorStore;
import io.campaignpulse.events.ReferenceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the reference data of the compacted topics readable in the serving store. It goes on from
 * the positions kept there, so a store that was emptied is filled again; the loss is told, as the
 * figures are gone with it. A store that is empty at the start counts as one that was emptied. Of
 * several mirrors on one store each writes only from where the store is, so that none puts back
 * what another has written.
 */
public final class ReferenceMirror implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceMirror.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long PAUSE_MILLIS = 500;

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final MirrorStore store;
  private final MirrorRecords records;
  private final Runnable onLoss;
  private final Positions passed = new Positions();
  private Map<String, Long> reached = Map.of();
  private boolean lossUntold;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "reference-mirror");

  public ReferenceMirror(
      KafkaClients clients, MirrorStore store, Currency currency, Runnable onLoss) {
    this(clients::consumer, store, currency, onLoss);
  }

  ReferenceMirror(
      Supplier<Consumer<String, byte[]>> consumers,
      MirrorStore store,
      Currency currency,
      Runnable onLoss) {
    this.consumers = consumers;
    this.store = store;
    this.records = new MirrorRecords(currency);
    this.onLoss = onLoss;
    thread.setDaemon(true);
    thread.start();
  }

  /** How far it has come. */
  public MirrorProgress progress() {
    return passed;
  }

  private void run() {
    try {
      do {
        attempt();
      } while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Follows the topics until something is amiss; the next attempt starts from the store. */
  private void attempt() {
    try (var consumer = consumers.get()) {
      var partitions = partitions(consumer);
      if (!partitions.isEmpty()) {
        follow(consumer, partitions);
      }
    } catch (RuntimeException e) {
      LOG.debug("the reference data can't be mirrored at the moment", e);
    }
  }

  /** Once for each loss, however often that takes; also if it came about while out of reach. */
  private void tellLoss(Map<String, Long> found) {
    lossUntold |= found.isEmpty() || !MirrorStore.holds(found, reached);
    if (lossUntold) {
      onLoss.run();
      lossUntold = false;
    }
  }

  private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
    var partitions = new ArrayList<TopicPartition>();
    for (var kind : ReferenceKind.values()) {
      for (var info : consumer.partitionsFor(kind.topic())) {
        partitions.add(new TopicPartition(info.topic(), info.partition()));
      }
    }
    return partitions;
  }

  private void follow(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    var known = store.positions();
    tellLoss(known);
    consumer.assign(partitions);
    seek(consumer, partitions, known);
    reached = known;
    passed.reached(known, false);
    var ends = ends(consumer, partitions);
    var whole = false;
    var lastLook = System.nanoTime();
    while (closed.getCount() > 0) {
      var polled = consumer.poll(POLL);
      var positions = positions(consumer, partitions);
      var isWhole = MirrorStore.holds(positions, ends);
      if (!positions.equals(reached) || isWhole != whole) {
        var batch = new MirrorStore.Batch(records.read(polled), positions, isWhole);
        var instead = store.write(reached, batch);
        if (instead.isPresent() && !MirrorStore.holds(instead.get(), reached)) {
          lossUntold = true;
          return;
        }
        instead.ifPresent(kept -> seek(consumer, partitions, kept));
        whole = instead.isEmpty() ? isWhole : whole;
        reached = instead.orElse(positions);
        passed.reached(reached, whole);
      } else if (System.nanoTime() - lastLook > LOOK_NANOS) {
        lossUntold = !MirrorStore.holds(store.positions(), reached);
        if (lossUntold || appeared(consumer, partitions)) {
          return;
        }
        lastLook = System.nanoTime();
      }
    }
  }

  /** Whether there are more partitions now, as when a topic was created late. */
  private static boolean appeared(
      Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    return partitions(consumer).size() > partitions.size();
  }

  /** Goes on from where the store is, which may be further than this mirror has come. */
  private static void seek(
      Consumer<String, byte[]> consumer,
      List<TopicPartition> partitions,
      Map<String, Long> positions) {
    for (var partition : partitions) {
      var position = positions.get(partition.toString());
      if (position == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, position);
      }
    }
  }

  private static Map<String, Long> positions(
      Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    var positions = new HashMap<String, Long>();
    partitions.forEach(p -> positions.put(p.toString(), consumer.position(p)));
    return positions;
  }

  private static Map<String, Long> ends(
      Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    var ends = new HashMap<String, Long>();
    consumer.endOffsets(partitions).forEach((p, end) -> ends.put(p.toString(), end));
    return ends;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
