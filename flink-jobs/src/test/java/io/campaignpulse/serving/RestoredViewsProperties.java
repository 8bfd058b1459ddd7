package io.campaignpulse.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Affinity.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.apache.flink.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RestoredViewsProperties {
  /** Places of views that every start serves again, and of some that none does. */
  private static final List<ViewWrite> ANEW =
      List.of(
          of(RedisKeys.figures("K"), null),
          of(RedisKeys.minutes("K"), "7"),
          of(RedisKeys.cells("K"), "MAIL"),
          of(RedisKeys.newest("K"), "MAIL"),
          of(RedisKeys.queue("sales"), "call"),
          of(RedisKeys.QUEUES, "sales"),
          of(RedisKeys.AGENTS, null),
          of(RedisKeys.ARRIVALS, null),
          of(RedisKeys.identity("phone:1"), null),
          of(RedisKeys.customer("anna"), RedisKeys.VALUE),
          of(RedisKeys.customer("anna"), RedisKeys.CUSTOMER_OPPORTUNITIES),
          of(RedisKeys.VALUE_RANKS, null),
          of(RedisKeys.OFFERS, "offer"),
          of(RedisKeys.OFFER_EFFECT, null),
          of(RedisKeys.OPPORTUNITIES, "name"),
          of(RedisKeys.affinityItems(Kind.PRODUCT), "tea"),
          of(RedisKeys.affinityPartners(Kind.PRODUCT), "tea"),
          of(RedisKeys.affinityTotal(Kind.PRODUCT), null),
          of(RedisKeys.affinityStrongest(Kind.PRODUCT), null));

  private static final List<ViewWrite> ONCE =
      List.of(
          of(RedisKeys.customer("anna"), RedisKeys.ACTIVITY),
          of(RedisKeys.customer("anna"), RedisKeys.OFFER),
          of(RedisKeys.VALUE_FIT, null));

  private static ViewWrite of(String key, String field) {
    return new ViewWrite(key, field, "0", null, null);
  }

  /** A store that can be away. */
  private static final class Store implements ViewStore {
    private final Map<String, String> views = new HashMap<>();
    private boolean away;

    @Override
    public void write(Collection<ViewWrite> written) {
      if (away) {
        throw new IllegalStateException("away");
      }
      written.forEach(view -> views.put(view.place(), view.json()));
    }

    @Override
    public void close() {}
  }

  private final Store store = new Store();
  private TestProcessingTimeService time;

  private RedisViewWriter writer(Collection<List<ViewWrite>> restored) throws Exception {
    time = new TestProcessingTimeService();
    time.setCurrentTime(0);
    var writer =
        new RedisViewWriter(
            store, time, Executors.newDirectExecutorService(), () -> {}, Long.MAX_VALUE);
    writer.restore(restored);
    return writer;
  }

  private static void write(RedisViewWriter writer, List<ViewWrite> places, int version)
      throws Exception {
    for (var place : places) {
      var json = Integer.toString(version);
      writer.write(new ViewWrite(place.key(), place.field(), json, null, null), null);
    }
  }

  @Property(tries = 50)
  void whatWasWrittenAfterACheckpointIsNotTakenBackByIt(
      @ForAll @Size(max = 20) List<Boolean> awayBefore, @ForAll @IntRange(max = 3) int after)
      throws Exception {
    store.views.clear();
    var writer = writer(List.of());
    int version = 0;
    for (boolean away : awayBefore) {
      store.away = away;
      write(writer, ANEW, ++version);
      write(writer, ONCE, version);
      time.setCurrentTime(version * 1_000L);
    }
    var checkpoint = writer.snapshotState(1);
    var atCheckpoint = Map.copyOf(store.views);
    int kept = version;
    store.away = false;
    for (int later = 0; later < after; later++) {
      write(writer, ANEW, ++version);
    }
    time.setCurrentTime(100_000);
    time.setCurrentTime(101_000);
    var before = Map.copyOf(store.views);
    for (var view : ONCE) {
      store.views.put(view.place(), atCheckpoint.get(view.place()));
    }

    var restored = writer(checkpoint);
    time.setCurrentTime(1_000);
    for (var view : ANEW) {
      assertThat(store.views.get(view.place())).isEqualTo(before.get(view.place()));
    }
    for (var view : ONCE) {
      assertThat(store.views).containsEntry(view.place(), kept == 0 ? null : "" + kept);
    }
    assertThat(restored.snapshotState(2)).isEmpty();
  }

  @Test
  void ofWhatIsServedOneByOneNobodyElseTellsWhatIsGone() throws Exception {
    var gone =
        List.of(
            ViewWrite.gone(RedisKeys.identity("visitor:1")),
            ViewWrite.gone(RedisKeys.QUEUES, "sales"),
            ViewWrite.gone(RedisKeys.affinityItems(Kind.PRODUCT), "tea"));
    var writer = writer(List.of());
    for (var view : gone) {
      writer.write(view, null);
    }
    writer.write(ViewWrite.gone(RedisKeys.claim("call", 7)), null);
    writer.write(ViewWrite.gone(RedisKeys.queue("sales"), "call"), null);
    assertThat(writer.snapshotState(1)).flatMap(piece -> piece).containsExactlyElementsOf(gone);
  }
}
