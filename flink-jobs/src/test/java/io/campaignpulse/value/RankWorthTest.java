package io.campaignpulse.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.value.core.WorthSketch;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RankWorthTest {
  private OneInputStreamOperatorTestHarness<ValueSketch, ValueRanks> harness;

  @BeforeEach
  void open() throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new RankWorth()));
    harness.open();
    harness.setProcessingTime(1_000_000);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void found(int subtask, int of, long day, int buyers, long repeaters) throws Exception {
    var worth = new WorthSketch();
    IntStream.rangeClosed(1, buyers).forEach(worth::add);
    var sketch = new ValueSketch(subtask, of, day, buyers, repeaters, worth.bytes());
    harness.processElement(sketch, 0);
  }

  private ValueRanks last() {
    var ranks = harness.extractOutputValues();
    return ranks.get(ranks.size() - 1);
  }

  private int orders() {
    var orders = harness.getSideOutput(RankWorth.ORDERS);
    return orders == null ? 0 : orders.size();
  }

  @Test
  void ranksOnceAllSubtasksHaveTold() throws Exception {
    found(0, 2, 10, 1000, 0);
    assertThat(harness.extractOutputValues()).isEmpty();
    found(1, 2, 10, 1000, 0);
    assertThat(last().customers()).isEqualTo(2000);
    assertThat(last().tierA()).isBetween(948.0, 952.0);
    assertThat(harness.getSideOutput(RankWorth.VIEWS).peek().getValue().key())
        .isEqualTo(RedisKeys.VALUE_RANKS);
  }

  @Test
  void countsASubtaskByItsNewestSketchAndNoneOfAnEarlierParallelism() throws Exception {
    found(0, 2, 10, 1000, 0);
    found(1, 2, 10, 1000, 0);
    found(0, 2, 10, 3000, 0);
    assertThat(last().customers()).isEqualTo(4000);
    found(0, 1, 10, 500, 0);
    assertThat(last().customers()).isEqualTo(500);
  }

  @Test
  void ordersAFitWhenOneIsDue() throws Exception {
    found(0, 1, 10, 1000, 99);
    assertThat(orders()).isZero();
    found(0, 1, 10, 1000, 100);
    found(0, 1, 10, 1000, 120);
    assertThat(orders()).isEqualTo(1);
    found(0, 1, 11, 1000, 120);
    assertThat(orders()).isEqualTo(1);
    harness.setProcessingTime(1_060_000);
    found(0, 1, 11, 1000, 120);
    assertThat(orders()).isEqualTo(2);
  }

  @Test
  void goesOnWithItsBordersAndScheduleAfterARestart() throws Exception {
    found(0, 1, 10, 1000, 100);
    var before = last();
    var snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new RankWorth()));
    harness.initializeState(snapshot);
    harness.open();
    harness.setProcessingTime(2_000_000);
    found(0, 1, 10, 1001, 100);
    assertThat(last().tierA()).isEqualTo(before.tierA());
    assertThat(orders()).isZero();
  }
}
