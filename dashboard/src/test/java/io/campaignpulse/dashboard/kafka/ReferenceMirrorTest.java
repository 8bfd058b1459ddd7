package io.campaignpulse.dashboard.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.dashboard.ports.EventLog.Position;
import io.campaignpulse.dashboard.ports.MirrorStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Product;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReferenceMirrorTest {
  private static final TopicPartition AGENTS = new TopicPartition("agents", 0);

  /** A topic of three agents; each consumer made reads it from where it is told to. */
  private static Consumer<String, byte[]> consumer(long end) {
    var consumer =
        new MockConsumer<String, byte[]>("earliest") {
          @Override
          public synchronized void seek(TopicPartition partition, long offset) {
            super.seek(partition, offset);
            schedulePollTask(() -> agents().forEach(this::addRecord));
          }
        };
    consumer.updatePartitions("agents", List.of(new PartitionInfo("agents", 0, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(AGENTS, 0L));
    consumer.updateEndOffsets(Map.of(AGENTS, end));
    consumer.schedulePollTask(() -> agents().forEach(consumer::addRecord));
    return consumer;
  }

  private static List<ConsumerRecord<String, byte[]>> agents() {
    return List.of(
        agent(0, "ann", "{\"agentId\": \"ann\", \"name\": \"Ann\"}"),
        agent(1, "bad", "{\"agentId\": \"bad\"}"),
        agent(2, "ann", "{\"agentId\": \"ann\", \"name\": \"Anna\"}"));
  }

  private static ConsumerRecord<String, byte[]> agent(long offset, String key, String json) {
    return new ConsumerRecord<>("agents", 0, offset, key, json.getBytes(StandardCharsets.UTF_8));
  }

  /** A store in memory that can be down and can be emptied. */
  private static final class Store implements MirrorStore {
    final Map<String, String> agents = new ConcurrentHashMap<>();
    private Map<String, Long> positions = new HashMap<>();
    private boolean down;
    private boolean refused;
    private Runnable beforeWriting = () -> {};
    private final List<Boolean> whole = new ArrayList<>();

    @Override
    public synchronized Map<String, Long> positions() {
      if (down) {
        refused = true;
        notifyAll();
        throw new StoreUnavailableException("test", null);
      }
      return Map.copyOf(positions);
    }

    @Override
    public synchronized Optional<Map<String, Long>> write(Map<String, Long> known, Batch batch) {
      beforeWriting.run();
      if (!MirrorStore.fits(positions(), known, batch)) {
        return Optional.of(positions());
      }
      var written = batch.records().get(ReferenceKind.AGENTS);
      if (written != null) {
        agents.putAll(written);
      }
      positions = Map.copyOf(batch.positions());
      whole.add(batch.whole());
      notifyAll();
      return Optional.empty();
    }

    /** Another mirror was quicker: it has written up to a position. */
    synchronized void writtenByAnother(long position, String ann) {
      agents.put("ann", ann);
      positions = Map.of("agents-0", position);
    }

    synchronized void empty(boolean thenDown) {
      agents.clear();
      positions = Map.of();
      down = thenDown;
    }

    synchronized void comeBack() {
      down = false;
    }

    /** Waits until somebody has found it down. */
    synchronized void awaitQuestion() throws InterruptedException {
      var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (!refused && System.nanoTime() < deadline) {
        wait(1_000);
      }
    }

    synchronized void awaitWhole() throws InterruptedException {
      var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (!whole.contains(true) && System.nanoTime() < deadline) {
        wait(1_000);
      }
    }

    synchronized void awaitRefill() throws InterruptedException {
      var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (!agents.containsKey("ann") && System.nanoTime() < deadline) {
        wait(1_000);
      }
    }
  }

  private final AtomicInteger losses = new AtomicInteger();

  private ReferenceMirror mirror(Store store) {
    return mirror(store, 3);
  }

  private ReferenceMirror mirror(Store store, long end) {
    return new ReferenceMirror(
        () -> consumer(end), store, Currency.getInstance("USD"), losses::incrementAndGet);
  }

  private static boolean reached(ReferenceMirror mirror, long offset) {
    return mirror
        .progress()
        .await(List.of(new Position("agents", 0, offset)), Duration.ofSeconds(10));
  }

  @Test
  void keepsTheNewestOfEachIdAndPassesOverBadOnes() {
    var store = new Store();
    try (var mirror = mirror(store)) {
      assertThat(reached(mirror, 2)).isTrue();
      assertThat(store.agents).containsOnlyKeys("ann");
      assertThat(store.agents.get("ann")).contains("Anna");
      assertThat(store.positions()).isEqualTo(Map.of("agents-0", 3L));
    }
  }

  /** A product whose price is of no byte, which trips the decoder. */
  private static byte[] priceOfNothing() {
    var product = Product.newBuilder().setProductId("p").setName("P").setPrice(BigDecimal.ONE);
    var bytes = ReferenceKind.PRODUCTS.codec().encode(product.build());
    // Before the price's two bytes stands their number, and one of the next field behind them.
    var cut = Arrays.copyOf(bytes, bytes.length - 2);
    cut[cut.length - 2] = 0;
    cut[cut.length - 1] = 0;
    return cut;
  }

  @Test
  void passesOverWhatTripsTheReader() {
    var products = new TopicPartition("products", 0);
    var good = "{\"productId\": \"q\", \"name\": \"Q\"}".getBytes(StandardCharsets.UTF_8);
    var polled =
        new ConsumerRecords<>(
            Map.of(
                products,
                List.of(
                    new ConsumerRecord<>("products", 0, 0, "p", priceOfNothing()),
                    new ConsumerRecord<>("products", 0, 1, "q", good))),
            Map.of());
    var read = new MirrorRecords(Currency.getInstance("USD")).read(polled);
    assertThat(read.get(ReferenceKind.PRODUCTS)).containsOnlyKeys("q");
  }

  @Test
  void saysThatAllIsThereOnlyOnceItHasReadToWhereTheTopicsEnded() throws Exception {
    var store = new Store();
    try (var mirror = mirror(store, 4)) {
      assertThat(reached(mirror, 2)).isTrue();
    }
    assertThat(store.whole).isNotEmpty().doesNotContain(true);
    try (var mirror = mirror(store, 3)) {
      assertThat(reached(mirror, 2)).isTrue();
      store.awaitWhole();
    }
    assertThat(store.whole).endsWith(true);
  }

  @Test
  void tellsWhetherItHasReadToWhereTheTopicsEnded() {
    try (var mirror = mirror(new Store(), 3)) {
      assertThat(reached(mirror, 2)).isTrue();
      assertThat(mirror.progress().whole()).isTrue();
    }
    try (var mirror = mirror(new Store(), 4)) {
      assertThat(reached(mirror, 2)).isTrue();
      assertThat(mirror.progress().whole()).isFalse();
    }
  }

  @Test
  void takesNoStoreForWholeThatWasSoBeforeMoreWasWritten() {
    var store = new Store();
    try (var mirror = mirror(store, 3)) {
      assertThat(reached(mirror, 2)).isTrue();
    }
    try (var mirror = mirror(store, 4)) {
      assertThat(reached(mirror, 2)).isTrue();
      assertThat(mirror.progress().whole()).isFalse();
    }
  }

  @Test
  void whoWaitsForWhatIsNotThereYetIsToldSo() {
    try (var mirror = mirror(new Store())) {
      var never = List.of(new Position("agents", 0, 99));
      assertThat(mirror.progress().await(never, Duration.ofMillis(50))).isFalse();
    }
  }

  @Test
  void fillsAStoreThatWasEmptiedAndTellsTheLossOnce() throws Exception {
    var store = new Store();
    try (var mirror = mirror(store)) {
      assertThat(reached(mirror, 2)).isTrue();
      losses.set(0);
      store.empty(false);
      store.awaitRefill();
      assertThat(store.agents).containsOnlyKeys("ann");
      assertThat(losses).hasValue(1);
    }
  }

  @Test
  void tellsTheLossOfAStoreThatWasAwayAndCameBackEmpty() throws Exception {
    var store = new Store();
    try (var mirror = mirror(store)) {
      assertThat(reached(mirror, 2)).isTrue();
      losses.set(0);
      store.empty(true);
      store.awaitQuestion();
      store.comeBack();
      store.awaitRefill();
      assertThat(losses).hasValue(1);
    }
  }

  @Test
  void asksForTheFiguresOfAStoreThatIsEmptyAtTheStartAndNotOfAFullOne() {
    var store = new Store();
    try (var mirror = mirror(store)) {
      assertThat(reached(mirror, 2)).isTrue();
      assertThat(losses).hasValue(1);
    }
    try (var mirror = mirror(store)) {
      assertThat(reached(mirror, 2)).isTrue();
      assertThat(losses).hasValue(1);
    }
  }

  @Test
  void goesOnFromWhereAnotherMirrorHasCome() throws Exception {
    var store = new Store();
    store.writtenByAnother(0, "first");
    store.beforeWriting = () -> store.writtenByAnother(3, "newer than what was just read");
    try (var mirror = mirror(store)) {
      assertThat(reached(mirror, 2)).isTrue();
      store.beforeWriting = () -> {};
      store.awaitWhole();
    }
    assertThat(store.agents).containsEntry("ann", "newer than what was just read");
    assertThat(store.positions()).isEqualTo(Map.of("agents-0", 3L));
    assertThat(losses).hasValue(0);
  }

  @Test
  void readsAgainWhatItsOwnPositionsLackOfAnothers() {
    var store = new Store();
    store.writtenByAnother(0, "first");
    var tries = new AtomicInteger();
    store.beforeWriting =
        () -> {
          if (tries.getAndIncrement() == 0) {
            store.writtenByAnother(1, "older");
          }
        };
    try (var mirror = mirror(store)) {
      assertThat(reached(mirror, 2)).isTrue();
      assertThat(store.agents.get("ann")).contains("Anna");
      assertThat(losses).hasValue(0);
    }
  }

  @Test
  void goesOnWhenTheStoreIsBack() throws Exception {
    var store = new Store();
    store.empty(true);
    try (var mirror = mirror(store)) {
      assertThat(
              mirror.progress().await(List.of(new Position("agents", 0, 2)), Duration.ofMillis(50)))
          .isFalse();
      store.comeBack();
      assertThat(reached(mirror, 2)).isTrue();
    }
  }
}
