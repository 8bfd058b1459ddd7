package io.campaignpulse.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.affinity.core.Basket;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Affinity;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ViewWrite;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.operators.co.CoProcessOperator;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountAffinityTest {
  private static final long DAY = 20_600;
  private static final long NOW = DAY * 86_400_000L;

  private TwoInputStreamOperatorTestHarness<BasketCount, Command, ViewWrite> harness;

  @BeforeEach
  void open() throws Exception {
    Progressing.caughtUp = true;
    harness = harness();
    harness.open();
    harness.setProcessingTime(NOW);
  }

  private static TwoInputStreamOperatorTestHarness<BasketCount, Command, ViewWrite> harness()
      throws Exception {
    return new TwoInputStreamOperatorTestHarness<>(
        new CoProcessOperator<>(new CountAffinity(new Progressing())));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void restart() throws Exception {
    var snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    harness.setProcessingTime(NOW);
  }

  private void bought(int times, String... products) throws Exception {
    var basket = new Basket(List.of(products), List.of("Kitchen"));
    harness.processElement1(new BasketCount(DAY, basket, times), 0);
  }

  private void tick(long at) throws Exception {
    harness.setProcessingTime(Math.max(at, NOW));
    harness.processElement2(Command.tick(at), 0);
  }

  private <T> T served(String key, String field, Class<T> type) throws Exception {
    ViewWrite last = null;
    for (var view : harness.extractOutputValues()) {
      last = view.key().equals(key) && Objects.equals(view.field(), field) ? view : last;
    }
    return last == null ? null : Json.MAPPER.readValue(last.json(), type);
  }

  private Affinity.Total total() throws Exception {
    return served(RedisKeys.affinityTotal(Kind.PRODUCT), null, Affinity.Total.class);
  }

  @Test
  void servesWhatChangedOnceASecondNewItemsToo() throws Exception {
    bought(1, "a", "b");
    bought(1, "a");
    assertThat(harness.extractOutputValues()).isEmpty();
    tick(NOW);
    assertThat(total().baskets()).isEqualTo(2);
    assertThat(served(RedisKeys.affinityItems(Kind.PRODUCT), "a", Affinity.Count.class))
        .isEqualTo(new Affinity.Count(2, 2));
    assertThat(
            served(RedisKeys.affinityPartners(Kind.PRODUCT), "b", Affinity.Partners.class)
                .partners())
        .containsExactly(new Affinity.Partner("a", 1, 1));
    assertThat(served(RedisKeys.affinityItems(Kind.CATEGORY), "Kitchen", Affinity.Count.class))
        .isEqualTo(new Affinity.Count(2, 2));
    int before = harness.extractOutputValues().size();
    tick(NOW + 1_000);
    assertThat(harness.extractOutputValues()).hasSize(before);
  }

  @Test
  void servesAnItemThatChangesAgainWithTheNextRound() throws Exception {
    bought(1, "a");
    tick(NOW);
    bought(1, "a");
    tick(NOW + 9_000);
    assertThat(total().baskets()).isEqualTo(2);
    assertThat(items()).isEqualTo(1);
    tick(NOW + 10_000);
    assertThat(served(RedisKeys.affinityItems(Kind.PRODUCT), "a", Affinity.Count.class))
        .isEqualTo(new Affinity.Count(2, 2));
    assertThat(items()).isEqualTo(2);
  }

  @Test
  void aClockThatIsSetBackPutsOffNothing() throws Exception {
    bought(1, "a");
    tick(NOW + 3_600_000);
    bought(1, "a");
    tick(NOW);
    tick(NOW + 10_000);
    assertThat(items()).isEqualTo(2);
    assertThat(
            harness.extractOutputValues().stream()
                .filter(view -> view.key().equals(RedisKeys.affinityStrongest(Kind.PRODUCT))))
        .hasSize(2);
  }

  @Test
  void keepsAnEmptiedStoreWaitingForNoRound() throws Exception {
    bought(1, "a");
    tick(NOW);
    bought(1, "b");
    harness.processElement2(new Command(Command.REBUILD), 0);
    tick(NOW + 1_000);
    assertThat(items()).isEqualTo(3);
    tick(NOW + 10_000);
    assertThat(items()).isEqualTo(3);
  }

  @Test
  void goesOnWhereItStoodAndServesAllAgain() throws Exception {
    bought(1, "a", "b");
    tick(NOW);
    restart();
    bought(-1, "a", "b");
    bought(1, "a", "c");
    tick(NOW);
    assertThat(total().baskets()).isEqualTo(1);
    assertThat(served(RedisKeys.affinityItems(Kind.PRODUCT), "b", Affinity.Count.class))
        .isEqualTo(Affinity.Count.NONE);
    assertThat(
            served(RedisKeys.affinityPartners(Kind.PRODUCT), "a", Affinity.Partners.class)
                .partners())
        .containsExactly(new Affinity.Partner("c", 1, 1));
  }

  @Test
  void leavesTheRecentOnesBehindWithTime() throws Exception {
    bought(1, "a", "b");
    tick(NOW + 30L * 86_400_000);
    assertThat(total().baskets()).isEqualTo(1);
    assertThat(total().recent()).isZero();
  }

  @Test
  void servesAllItemsInTheEndThoughNotAllAtOnce() throws Exception {
    for (int n = 0; n < 700; n++) {
      bought(1, "x" + n);
    }
    tick(NOW);
    long first = items();
    assertThat(first).isBetween(200L, 400L);
    tick(NOW + 1_000);
    tick(NOW + 2_000);
    assertThat(items()).isEqualTo(700);
    assertThat(IntStream.range(0, 700)).allMatch(this::shown);
  }

  @Test
  void servesItemsOfManyPartnersFewAtATimeAndAllInTheEnd() throws Exception {
    bought(1, IntStream.range(0, 250).mapToObj(n -> "x" + n).toArray(String[]::new));
    tick(NOW);
    assertThat(items()).isBetween(50L, 150L);
    for (int second = 1; second < 5; second++) {
      tick(NOW + second * 1_000);
    }
    assertThat(items()).isEqualTo(250);
    assertThat(IntStream.range(0, 250)).allMatch(this::shown);
  }

  private boolean shown(int n) {
    return harness.extractOutputValues().stream()
        .anyMatch(
            view ->
                view.key().equals(RedisKeys.affinityItems(Kind.PRODUCT))
                    && view.field().equals("x" + n));
  }

  private long items() {
    return harness.extractOutputValues().stream()
        .filter(view -> view.key().equals(RedisKeys.affinityItems(Kind.PRODUCT)))
        .count();
  }

  @Test
  void waitsUntilAllIsKnownAgain() throws Exception {
    Progressing.caughtUp = false;
    bought(1, "a");
    tick(NOW);
    assertThat(harness.extractOutputValues()).isEmpty();
  }
}
