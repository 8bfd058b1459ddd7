package io.campaignpulse.affinity.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Affinity.Pair;
import io.campaignpulse.events.views.Affinity.Partner;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AffinitiesTest {
  private static final long DAY = 20_000;

  @Test
  void keepsThePairsThatComeUpMostInBoundedMemoryAndSaysHowMuchItMayMiss() {
    int mostPairs = 2_000;
    var affinities = new Affinities(100_000, mostPairs, mostPairs);
    var truth = new HashMap<String, Integer>();
    var random = new SplittableRandom(7);
    for (int basket = 0; basket < 60_000; basket++) {
      int favourite = random.nextInt(20);
      var items =
          random.nextInt(3) == 0
              ? List.of("bread" + favourite, "butter" + favourite)
              : List.of("x" + random.nextInt(3_000), "y" + random.nextInt(3_000));
      affinities.add(DAY, items, 1);
      truth.merge(items.get(0) + items.get(1), 1, Integer::sum);
      assertThat(affinities.all().pairs()).isLessThanOrEqualTo(mostPairs);
    }
    long missing = affinities.all().missing();
    assertThat(missing).isBetween(1L, 100L);
    for (int favourite = 0; favourite < 20; favourite++) {
      long told = affinities.of("bread" + favourite, "butter" + favourite).baskets();
      int is = truth.get("bread" + favourite + "butter" + favourite);
      assertThat(told).isBetween(is - missing, (long) is);
    }
  }

  /** What a day of many pairs forgot would otherwise stay in the window for ever. */
  @Test
  void theWindowNeverCountsMoreThanItsDaysHold() {
    var affinities = new Affinities(100_000, 1_000_000, 500);
    var truth = new HashMap<Integer, Integer>();
    var random = new SplittableRandom(3);
    for (int basket = 0; basket < 20_000; basket++) {
      int pair = (int) (900 * Math.pow(random.nextDouble(), 3));
      affinities.add(DAY + basket / 10_000, List.of("a" + pair, "b" + pair), 1);
      truth.merge(pair, 1, Integer::sum);
    }
    assertThat(affinities.recent().missing()).isPositive();
    truth.forEach(
        (pair, is) -> {
          long told = affinities.of("a" + pair, "b" + pair).recent();
          assertThat(told).isBetween(is - affinities.recent().missing(), (long) is);
          assertThat(affinities.of("a" + pair, "b" + pair).baskets()).isEqualTo((long) is);
        });
    affinities.today(DAY + 1 + Affinities.RECENT_DAYS);
    assertThat(affinities.recent().pairs()).isZero();
    assertThat(affinities.recent().missing()).isZero();
    assertThat(affinities.recent().baskets()).isZero();
  }

  /** The window ends with the day before the thirtieth last, the day of now counted. */
  @Test
  void aDayLeavesTheWindowWhenAsManyHaveBegunSince() {
    var affinities = new Affinities();
    affinities.add(DAY, List.of("a", "b"), 1);
    affinities.today(DAY + Affinities.RECENT_DAYS - 1);
    assertThat(affinities.of("a", "b").recent()).isEqualTo(1);
    affinities.today(DAY + Affinities.RECENT_DAYS);
    assertThat(affinities.of("a", "b").recent()).isZero();
    affinities.add(DAY, List.of("a", "b"), 1);
    assertThat(affinities.of("a", "b").recent()).as("of a day long gone").isZero();
    affinities.add(DAY + 1, List.of("a", "b"), 1);
    assertThat(affinities.of("a", "b").recent()).isEqualTo(1);
    assertThat(affinities.of("a", "b").baskets()).isEqualTo(3);
  }

  @Test
  void forgetsTheItemsThatHardlyAnybodyBuysOnceThereAreTooMany() {
    var affinities = new Affinities(1_000, 100_000, 100_000);
    IntStream.range(0, 10)
        .forEach(
            n -> IntStream.range(0, 50).forEach(i -> affinities.add(DAY, List.of("a", "b"), 1)));
    for (int n = 0; n < 5_000; n++) {
      affinities.add(DAY, List.of("rare" + n, "a"), 1);
    }
    int[] kept = {0};
    affinities.eachItem(item -> kept[0]++);
    assertThat(kept[0]).isLessThanOrEqualTo(1_000);
    assertThat(affinities.of("a").baskets()).isEqualTo(5_500);
    assertThat(affinities.of("a", "b").baskets()).isEqualTo(500);
    assertThat(affinities.of("rare0").baskets()).isZero();
    assertThat(affinities.of("a", "rare0").baskets()).isZero();
  }

  @Test
  void findsWhatAnItemWasTogetherWithMostOftenFirst() {
    var affinities = new Affinities();
    affinities.add(DAY - 40, List.of("a", "b"), 1);
    affinities.add(DAY - 40, List.of("a", "b", "c"), 1);
    affinities.add(DAY, List.of("a", "c"), 1);
    affinities.add(DAY, List.of("a", "c", "d"), 1);
    affinities.add(DAY, List.of("c", "d"), 1);
    var partners = Partners.of(affinities, IntList.of(affinities.number("a")));
    assertThat(partners).singleElement().extracting("item").isEqualTo("a");
    assertThat(partners.get(0).partners())
        .containsExactly(new Partner("c", 3, 2), new Partner("b", 2, 0), new Partner("d", 1, 1));
  }

  @Test
  void saysHowManyPartnersThereAreWhereNotAllAreServed() {
    var affinities = new Affinities();
    IntStream.range(0, 1_003).forEach(n -> affinities.add(DAY, List.of("a", "b" + n), 1));
    affinities.add(DAY, List.of("a", "b7"), 1);
    var served = Partners.of(affinities, IntList.of(affinities.number("a"))).get(0);
    assertThat(served.partners()).hasSize(1_000).startsWith(new Partner("b7", 2, 2));
    assertThat(served.inAll()).isEqualTo(1_003);
  }

  @Test
  void takesForStrongestWhatIsFarMoreThanChance() {
    var affinities = new Affinities();
    Map.of(List.of("espresso", "grinder"), 40, List.of("bag", "fan"), 3, List.of("bag", "iron"), 60)
        .forEach(
            (items, times) ->
                IntStream.range(0, times).forEach(n -> affinities.add(DAY, items, 1)));
    IntStream.range(0, 900).forEach(n -> affinities.add(DAY, List.of("bag"), 1));
    IntStream.range(0, 900).forEach(n -> affinities.add(DAY, List.of("iron"), 1));
    // Of 1,903 baskets 963 hold bags and 960 irons: 60 together are fewer than chance would give.
    assertThat(StrongestPairs.of(affinities).pairs())
        .containsExactly(new Pair("espresso", "grinder", 40, 40));
  }

  @Test
  void takesNoPairForStrongOfManyThatChanceMade() {
    var affinities = new Affinities();
    var random = new SplittableRandom(11);
    for (int basket = 0; basket < 5_000; basket++) {
      var items =
          IntStream.range(0, 4)
              .mapToObj(n -> "i" + (int) (150 * Math.pow(random.nextDouble(), 2)))
              .distinct()
              .toList();
      affinities.add(DAY, items, 1);
    }
    assertThat(StrongestPairs.of(affinities).pairs()).isEmpty();
    IntStream.range(0, 12).forEach(n -> affinities.add(DAY, List.of("i149", "i148"), 1));
    assertThat(StrongestPairs.of(affinities).pairs())
        .extracting(Pair::baskets)
        .singleElement()
        .satisfies(baskets -> assertThat(baskets).isGreaterThanOrEqualTo(12));
  }
}
