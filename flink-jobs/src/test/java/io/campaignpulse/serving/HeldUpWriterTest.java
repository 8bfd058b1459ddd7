package io.campaignpulse.serving;

import static io.campaignpulse.serving.AwayStore.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.apache.flink.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for Redis is bounded, and then whoever writes more has to wait. */
class HeldUpWriterTest {
  private static final long MOST = 100_000;

  private final TestProcessingTimeService time = new TestProcessingTimeService();
  private final AwayStore store = new AwayStore();

  @BeforeEach
  void start() throws Exception {
    time.setCurrentTime(0);
  }

  /** Time that goes on while a write is held up, until the store is back. */
  private final class Outage implements RedisViewWriter.Pause {
    private final long backAt;
    private int pauses;

    private Outage(long backAt) {
      this.backAt = backAt;
    }

    @Override
    public void yield() {
      pauses++;
      store.away = time.getCurrentProcessingTime() < backAt;
      later(1);
    }
  }

  private void later(long millis) {
    try {
      time.advance(millis);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoWritesMoreThanMayWaitIsHeldUpUntilTheStoreIsBackAndNothingIsLost() throws Exception {
    store.away = true;
    var outage = new Outage(60_000);
    var bounded =
        new RedisViewWriter(store, time, Executors.newDirectExecutorService(), outage, MOST);
    var sent = new ArrayList<ViewWrite>();
    while (outage.pauses == 0) {
      sent.add(view("k" + sent.size(), "x".repeat(1_000)));
      bounded.write(sent.get(sent.size() - 1), null);
      assertThat(sent).hasSizeLessThan(100);
    }
    assertThat(sent).hasSizeGreaterThan(50);
    assertThat(time.getCurrentProcessingTime()).isBetween(60_000L, 63_000L);
    assertThat(store.batches).containsExactly(sent);
    assertThat(bounded.snapshotState(1)).isEmpty();
  }

  @Test
  void aFewViewsThatChangeAgainAndAgainHoldUpNobody() throws Exception {
    store.away = true;
    var writer =
        new RedisViewWriter(
            store, time, Executors.newDirectExecutorService(), () -> fail("is held up"), MOST);
    for (int i = 0; i < 1_000; i++) {
      writer.write(view("k" + i % 10, "x".repeat(1_000)), null);
      time.setCurrentTime(i * 100L);
    }
    assertThat(writer.snapshotState(1)).flatMap(piece -> piece).hasSize(10);
  }

  @Test
  void whatIsOnItsWayIsHeldAsWell() throws Exception {
    var later = new ArrayDeque<Runnable>();
    var pauses = new int[1];
    var slow =
        new RedisViewWriter(
            store,
            time,
            new LaterExecutor(later),
            () -> {
              pauses[0]++;
              later.poll().run();
              later(10);
            },
            MOST);
    for (int i = 0; i < 60; i++) {
      slow.write(view("a" + i, "x".repeat(1_000)), null);
    }
    time.setCurrentTime(100);
    for (int i = 0; pauses[0] == 0; i++) {
      slow.write(view("b" + i, "x".repeat(1_000)), null);
      assertThat(i).isLessThan(60);
    }
    assertThat(pauses[0]).isEqualTo(1);
    assertThat(store.batches).hasSize(1);
    assertThat(slow.snapshotState(1))
        .flatMap(piece -> piece)
        .allMatch(view -> view.key().startsWith("b"));
  }
}
