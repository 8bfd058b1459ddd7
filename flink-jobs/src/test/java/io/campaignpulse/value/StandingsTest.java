package io.campaignpulse.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.value.core.Purchases;
import io.campaignpulse.value.core.WorthSketch;
import org.apache.flink.api.common.TaskInfoImpl;
import org.junit.jupiter.api.Test;

class StandingsTest {
  private final Standings standings = new Standings();

  private void note(String customer, double worth, int purchaseDays, String tier) {
    standings.note(customer, new Valued(new Purchases(), tier, 0, worth, purchaseDays, 0));
  }

  private static String tier(double worth) {
    return worth >= 100 ? ValueRanks.A : worth >= 50 ? ValueRanks.B : ValueRanks.C;
  }

  @Test
  void findsThoseAndOnlyThoseWhomABorderPartsFromTheirTier() {
    note("up", 120, 1, ValueRanks.B);
    note("down", 60, 1, ValueRanks.A);
    note("stays", 60, 1, ValueRanks.B);
    note("unplaced", 70, 1, null);
    note("small", 5, 1, null);
    assertThat(standings.misplaced(StandingsTest::tier))
        .containsExactlyInAnyOrder("up", "down", "unplaced");
  }

  @Test
  void whoBroughtAllBackIsMisplacedUntilInTheLastTierAndThenForgotten() {
    note("back", 0, 0, ValueRanks.A);
    assertThat(standings.misplaced(StandingsTest::tier)).containsExactly("back");
    note("back", 0, 0, ValueRanks.C);
    assertThat(standings.misplaced(worth -> ValueRanks.A)).isEmpty();
  }

  @Test
  void countsEachBuyerOnceByTheirNewestWorth() {
    note("a", 10, 1, null);
    note("a", 30, 2, null);
    note("b", 20, 1, null);
    note("nobody", 0, 0, null);
    var census = new Census(standings);
    assertThat(census.count(1)).isFalse();
    assertThat(census.count(1)).isTrue();
    var sketch = census.sketch(new TaskInfoImpl("keep", 4, 1, 2, 0), 7, 3);
    assertThat(sketch.customers()).isEqualTo(3);
    assertThat(sketch.repeaters()).isEqualTo(1);
    var buyers = new WorthSketch();
    buyers.add(WorthSketch.of(sketch.buyers()));
    assertThat(buyers.size()).isEqualTo(2);
  }

  @Test
  void oneWhoGoesTakesNobodyElseAlong() {
    for (int buyer = 0; buyer < 40; buyer++) {
      note("b" + buyer, 1 + buyer, 1, ValueRanks.C);
    }
    note("b38", 60, 1, ValueRanks.B);
    note("b3", 0, 0, ValueRanks.C);
    note("b39", 0, 0, ValueRanks.C);
    note("nobody", 0, 0, ValueRanks.C);
    assertThat(standings.buyers())
        .hasSize(38)
        .doesNotHaveDuplicates()
        .doesNotContain("b3", "b39")
        .contains("b0", "b38");
    assertThat(standings.misplaced(worth -> ValueRanks.C)).containsExactly("b38");
    assertThat(standings.misplaced(StandingsTest::tier)).isEmpty();
  }
}
