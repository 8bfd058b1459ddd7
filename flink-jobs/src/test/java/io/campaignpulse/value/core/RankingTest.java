package io.campaignpulse.value.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.ValueRanks;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final int CUSTOMERS = 100_000;

  private static WorthSketch sketch(DoubleStream worth) {
    var sketch = new WorthSketch();
    worth.forEach(sketch::add);
    return sketch;
  }

  private static double share(double[] worth, ValueRanks ranks, String tiers) {
    return (double) DoubleStream.of(worth).filter(each -> tiers.contains(ranks.tier(each))).count()
        / CUSTOMERS;
  }

  private static void assertShares(double[] worth, ValueRanks ranks) {
    assertThat(share(worth, ranks, "A")).isEqualTo(0.05, within(0.002));
    assertThat(share(worth, ranks, "AB")).isEqualTo(0.20, within(0.004));
  }

  @Test
  void partsTheBestTwentiethAndTheBestFifthOfAllCustomers() {
    var random = new Random(1);
    var worth = random.doubles(CUSTOMERS).map(each -> Math.pow(each, -0.7)).toArray();
    assertShares(worth, Ranking.of(null, 0, CUSTOMERS, sketch(DoubleStream.of(worth))));
  }

  @Test
  void tellsCustomersApartWhoAreAlikeInEverything() {
    var valuation = new Valuation(null, 2);
    var worth =
        IntStream.range(0, CUSTOMERS)
            .mapToObj(number -> valuation.of("C" + number, new Observed(9, 1, 0, 0, 1000, 0)))
            .mapToDouble(CustomerValue::worth)
            .toArray();
    assertShares(worth, Ranking.of(null, 0, CUSTOMERS, sketch(DoubleStream.of(worth))));
  }

  @Test
  void tellsCustomersApartWhoPaidNothing() {
    var valuation = new Valuation(null, 2);
    var worth =
        IntStream.range(0, CUSTOMERS)
            .mapToObj(number -> valuation.of("C" + number, new Observed(9, 1, 0, 0, 0, 0)))
            .mapToDouble(CustomerValue::worth)
            .toArray();
    assertShares(worth, Ranking.of(null, 0, CUSTOMERS, sketch(DoubleStream.of(worth))));
  }

  @Test
  void countsThoseWhoNeverBoughtAmongAll() {
    var worth = new Random(2).doubles(CUSTOMERS / 4).map(each -> each + 1).toArray();
    var ranks = Ranking.of(null, 0, CUSTOMERS, sketch(DoubleStream.of(worth)));
    assertShares(worth, ranks);
    var few = new Random(3).doubles(CUSTOMERS / 50).map(each -> each + 1).toArray();
    var ofFew = Ranking.of(null, 0, CUSTOMERS, sketch(DoubleStream.of(few)));
    assertThat(share(few, ofFew, "A")).isEqualTo(0.02, within(0.0001));
  }

  @Test
  void leavesABorderWhereItIsWhileItPartsWellEnough() {
    var worth = new Random(4).doubles(CUSTOMERS).toArray();
    var before = Ranking.of(null, 0, CUSTOMERS, sketch(DoubleStream.of(worth)));
    var hardly = sketch(DoubleStream.of(worth).map(each -> each * 1.0005));
    var after = Ranking.of(before, 1, CUSTOMERS, hardly);
    assertThat(after.tierA()).isEqualTo(before.tierA());
    assertThat(after.tierB()).isEqualTo(before.tierB());
    assertThat(after.asOf()).isEqualTo(1);
    var much = sketch(DoubleStream.of(worth).map(each -> each * 1.01));
    assertThat(Ranking.of(before, 1, CUSTOMERS, much).tierA()).isGreaterThan(before.tierA());
  }

  @Test
  void putsNobodyAboveTheRestBeforeAnybodyBought() {
    var ranks = Ranking.of(null, 0, 3, new WorthSketch());
    assertThat(ranks.tier(1e9)).isEqualTo(ValueRanks.C);
  }

  @Test
  void saysHowManyAreWorthLess() {
    var worth = IntStream.rangeClosed(1, 50_000).mapToDouble(each -> each);
    var ranks = Ranking.of(null, 0, CUSTOMERS, sketch(worth));
    assertThat(ranks.percentile(1)).isEqualTo(50, within(0.1));
    assertThat(ranks.percentile(25_000)).isEqualTo(75, within(0.1));
    assertThat(ranks.percentile(60_000)).isEqualTo(100, within(0.1));
  }

  @Test
  void readsASketchAsItWasWritten() {
    var sketch = sketch(new Random(5).doubles(50_000));
    var again = WorthSketch.of(sketch.bytes());
    assertThat(again.size()).isEqualTo(50_000);
    assertThat(again.leastOfBest(0.05)).isEqualTo(sketch.leastOfBest(0.05));
  }
}
