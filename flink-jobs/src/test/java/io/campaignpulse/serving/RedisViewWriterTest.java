package io.campaignpulse.serving;

import static io.campaignpulse.serving.AwayStore.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.apache.flink.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisViewWriterTest {
  /** More than anything here takes that is not about it. */
  private static final long MOST = 1 << 20;

  private final TestProcessingTimeService time = new TestProcessingTimeService();
  private final AwayStore store = new AwayStore();
  private final RedisViewWriter writer = writer(time, Executors.newDirectExecutorService());

  private RedisViewWriter writer(ProcessingTimeService clock, ExecutorService writing) {
    return new RedisViewWriter(store, clock, writing, () -> fail("is held up"), MOST);
  }

  @BeforeEach
  void start() throws Exception {
    time.setCurrentTime(0);
  }

  @Test
  void writesOnlyTheNewestValueOfEachView() throws Exception {
    writer.write(view("a", "1"), null);
    writer.write(view("b", "1"), null);
    writer.write(view("a", "2"), null);
    time.setCurrentTime(100);
    assertThat(store.batches).containsExactly(List.of(view("b", "1"), view("a", "2")));
    time.setCurrentTime(1_000);
    assertThat(store.batches).hasSize(1);
  }

  @Test
  void keepsAKeysEndBeforeItsNewFieldsAlsoWhenItRepeatsWhatItWrote() throws Exception {
    var end = ViewWrite.gone("a");
    writer.write(field("1"), null);
    writer.write(end, null);
    writer.write(field("2"), null);
    time.setCurrentTime(100);
    assertThat(store.batches).containsExactly(List.of(end, field("2")));
    store.away = true;
    writer.write(field("3"), null);
    time.setCurrentTime(200);
    store.away = false;
    time.setCurrentTime(5_000);
    assertThat(store.batches.get(1)).containsExactly(end, field("3"));
  }

  @Test
  void takesViewsWhileOthersAreOnTheirWayAndTheEndWaitsForAll() throws Exception {
    var later = new ArrayDeque<Runnable>();
    var slow = writer(time, new LaterExecutor(later));
    slow.write(view("a", "1"), null);
    time.setCurrentTime(100);
    assertThat(later).hasSize(1);
    slow.write(view("a", "2"), null);
    slow.write(view("a", "3"), null);
    time.setCurrentTime(200);
    assertThat(later).hasSize(1);
    later.poll().run();
    time.setCurrentTime(300);
    later.poll().run();
    slow.flush(true);
    assertThat(store.batches).containsExactly(List.of(view("a", "1")), List.of(view("a", "3")));
  }

  private static ViewWrite field(String json) {
    return new ViewWrite("a", "f", json, null, null);
  }

  @Test
  void plansNothingWhileNothingWaits() throws Exception {
    assertThat(time.getNumActiveTimers()).isZero();
    writer.write(view("a", "1"), null);
    writer.write(view("b", "1"), null);
    assertThat(time.getNumActiveTimers()).isEqualTo(1);
    time.setCurrentTime(100);
    assertThat(time.getNumActiveTimers()).isZero();
  }

  @Test
  void aCheckpointHoldsWhatIsNotWrittenAndWaitsForNothing() throws Exception {
    store.away = true;
    writer.write(view("a", "1"), null);
    writer.write(view("b", "1"), null);
    time.setCurrentTime(100);
    writer.write(view("a", "2"), null);
    writer.flush(false);
    var held = writer.snapshotState(1);
    assertThat(store.batches).isEmpty();
    store.away = false;
    var later = new TestProcessingTimeService();
    var next = writer(later, Executors.newDirectExecutorService());
    next.restore(held);
    next.write(view("c", "1"), null);
    later.setCurrentTime(200);
    assertThat(store.batches.get(0))
        .containsExactly(view("b", "1"), view("a", "2"), view("c", "1"));
    assertThat(next.snapshotState(2)).isEmpty();
  }

  /** Each piece costs a checkpoint several system calls. */
  @Test
  void aCheckpointHoldsManyViewsInAPieceAndNoPieceIsHuge() throws Exception {
    store.away = true;
    var views = new ArrayList<ViewWrite>();
    for (int i = 0; i < 2_500; i++) {
      views.add(view("k" + i, "x"));
      writer.write(views.get(i), null);
    }
    var pieces = writer.snapshotState(1);
    assertThat(pieces).extracting(List::size).containsExactly(1_000, 1_000, 500);
    assertThat(pieces).flatMap(piece -> piece).isEqualTo(views);
  }

  @Test
  void losesNothingWhileTheStoreIsAwayForAMinute() throws Exception {
    store.away = true;
    for (int second = 1; second <= 60; second++) {
      writer.write(view("a", Integer.toString(second)), null);
      writer.write(view("k" + second, "x"), null);
      time.setCurrentTime(second * 1_000L);
    }
    assertThat(store.batches).isEmpty();
    store.away = false;
    time.setCurrentTime(65_000);
    time.setCurrentTime(65_100);
    assertThat(store.batches).hasSize(1);
    assertThat(store.batches.get(0)).hasSize(61).contains(view("a", "60"), view("k1", "x"));
  }

  @Test
  void repeatsWhatAFallenStoreMayHaveForgottenNewestValueOnly() throws Exception {
    writer.write(view("a", "1"), null);
    time.setCurrentTime(1_000);
    writer.write(view("a", "2"), null);
    time.setCurrentTime(2_000);
    store.away = true;
    writer.write(view("b", "1"), null);
    time.setCurrentTime(2_100);
    store.away = false;
    time.setCurrentTime(6_000);
    time.setCurrentTime(6_100);
    assertThat(store.batches.get(2)).containsExactlyInAnyOrder(view("a", "2"), view("b", "1"));
  }

  @Test
  void aClockThatIsSetBackHoldsNothingUp() throws Exception {
    time.setCurrentTime(60_000);
    writer.write(view("a", "1"), null);
    time.setCurrentTime(60_100);
    time.setCurrentTime(1_000);
    writer.write(view("a", "2"), null);
    time.setCurrentTime(1_010);
    assertThat(store.batches).hasSize(2);
  }

  @Test
  void aClockThatIsSetBackAfterAFailureHoldsNothingUp() throws Exception {
    time.setCurrentTime(60_000);
    store.away = true;
    writer.write(view("a", "1"), null);
    time.setCurrentTime(60_100);
    store.away = false;
    time.setCurrentTime(61_000);
    time.setCurrentTime(1_000);
    writer.write(view("a", "2"), null);
    time.setCurrentTime(1_010);
    assertThat(store.batches.get(store.batches.size() - 1)).containsExactly(view("a", "2"));
  }

  @Test
  void aClockThatIsSetBackWhileTheStoreIsAwayHoldsNothingUp() throws Exception {
    var clock = new Clock();
    var late = writer(clock, Executors.newDirectExecutorService());
    time.setCurrentTime(60_000);
    store.away = true;
    late.write(view("a", "1"), null);
    time.setCurrentTime(60_001);
    clock.setBack = 50_000;
    time.setCurrentTime(60_100);
    store.away = false;
    time.setCurrentTime(63_000);
    assertThat(store.batches).containsExactly(List.of(view("a", "1")));
  }

  /** One that is set back while timers go on, as they are set by how much time is to pass. */
  private final class Clock implements ProcessingTimeService {
    private long setBack;

    @Override
    public long getCurrentProcessingTime() {
      return time.getCurrentProcessingTime() - setBack;
    }

    @Override
    public ScheduledFuture<?> registerTimer(long at, ProcessingTimeCallback callback) {
      return time.registerTimer(at + setBack, fired -> callback.onProcessingTime(at));
    }
  }

  @Test
  void repeatsWhatItWroteLastHoweverLongAgoThatWas() throws Exception {
    writer.write(view("old", "1"), null);
    time.setCurrentTime(1_000);
    time.setCurrentTime(4_000);
    writer.write(view("a", "1"), null);
    time.setCurrentTime(5_000);
    time.setCurrentTime(60_000);
    store.away = true;
    writer.write(view("b", "1"), null);
    time.setCurrentTime(60_100);
    store.away = false;
    time.setCurrentTime(64_000);
    time.setCurrentTime(64_100);
    assertThat(store.batches.get(2)).containsExactlyInAnyOrder(view("a", "1"), view("b", "1"));
  }
}
