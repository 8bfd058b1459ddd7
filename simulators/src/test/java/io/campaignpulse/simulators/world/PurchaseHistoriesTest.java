package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a great many customers bought must be near what is true of all: within four errors. */
class PurchaseHistoriesTest {
  private static final Instant START = Instant.parse("2026-03-02T10:17:00Z");
  private static final int CUSTOMERS = 40_000;
  private static final double BUYERS = 0.5;
  private static final Company COMPANY = Company.load();
  private static final PurchaseTruth TRUTH = COMPANY.purchases();
  private static final People PEOPLE = new People(3, COMPANY);
  private static final double WEEKS = PurchaseHistories.SPAN.toDays() / 7.0;

  private static final int STEPS = 2_000;
  private static final Predicate<List<PurchaseDay>> ALL = history -> true;

  private static final List<List<PurchaseDay>> HISTORIES =
      IntStream.range(0, CUSTOMERS)
          .mapToObj(new PurchaseHistories(3, START, BUYERS, COMPANY, PEOPLE)::of)
          .filter(history -> !history.isEmpty())
          .toList();

  @Test
  void asManyHaveBoughtAsTheSettingSays() {
    SampleMean.ofShare(HISTORIES.size(), CUSTOMERS).isNear(BUYERS);
  }

  @Test
  void firstPurchasesComeEvenlyOverTheWeeks() {
    var quarter = PurchaseHistories.SPAN.dividedBy(4);
    for (int i = 0; i < 4; i++) {
      var ends = START.minus(quarter.multipliedBy(i));
      mean(first -> isWithin(ends.minus(quarter), first.at(), ends) ? 1 : 0).isNear(0.25);
    }
  }

  private static boolean isWithin(Instant begins, Instant at, Instant ends) {
    return !at.isBefore(begins) && at.isBefore(ends);
  }

  /** Over the weeks left after the first purchase, which are even: (alpha / (alpha + weeks))^r. */
  @Test
  void asManyBuyOnlyOnceAsIsTrue() {
    var rest = 1 - TRUTH.r();
    var integral = Math.pow(TRUTH.alpha() + WEEKS, rest) - Math.pow(TRUTH.alpha(), rest);
    var once = Math.pow(TRUTH.alpha(), TRUTH.r()) * integral / rest / WEEKS;
    mean(ALL, history -> history.size() == 1 ? 1 : 0).isNear(once);
  }

  /** Purchases on the same day, which are one, take less than the error off the mean. */
  @Test
  void repeatPurchasesAreAsManyAsIsTrue() {
    var weeks = IntStream.range(0, 100).mapToDouble(i -> (i + 0.5) / 100 * WEEKS);
    var expected = weeks.map(PurchaseHistoriesTest::expectedRepeats).average().orElseThrow();
    mean(ALL, history -> history.size() - 1).isNear(expected);
  }

  /** The mean of (1 - (alpha / (alpha + stopping weeks))^r) / stopping over all that stop so. */
  private static double expectedRepeats(double weeks) {
    var weights = 0.0;
    var expected = 0.0;
    for (int i = 0; i < STEPS; i++) {
      // even steps of stopping^a: there its density, which is beta, has no pole
      var stopping = Math.pow((i + 0.5) / STEPS, 1 / TRUTH.a());
      var weight = Math.pow(1 - stopping, TRUTH.b() - 1);
      var none = Math.pow(TRUTH.alpha() / (TRUTH.alpha() + stopping * weeks), TRUTH.r());
      weights += weight;
      expected += weight * (1 - none) / stopping;
    }
    return expected / weights;
  }

  @Test
  void spendIsAsIsTrue() {
    mean(PurchaseDay::spend).isNear(TRUTH.p() * TRUTH.v() / (TRUTH.q() - 1));
    mean(first -> 1 / first.spend()).isNear(TRUTH.q() / TRUTH.v() / (TRUTH.p() - 1));
  }

  /** Of two purchases of a customer, one has a share that is beta distributed, by p and p. */
  @Test
  void purchasesOfACustomerDifferAsMuchAsIsTrue() {
    Predicate<List<PurchaseDay>> repeats = history -> history.size() > 1;
    var squares =
        mean(
            repeats,
            history -> {
              var one = history.get(0).spend();
              var share = one / (one + history.get(1).spend());
              return (share - 0.5) * (share - 0.5);
            });
    squares.isNear(1 / (4 * (2 * TRUTH.p() + 1)));
  }

  @Test
  void thoseWhoTendToBuyHaveBoughtMoreOften() {
    var much = mean(PurchaseHistoriesTest::ranksHigh, List::size);
    var little = mean(Predicate.not(PurchaseHistoriesTest::ranksHigh), List::size);
    assertThat(much.value() - little.value()).isGreaterThan(4 * (much.error() + little.error()));
  }

  /** The Gamma-Gamma model assumes that spend has nothing to do with how often. */
  @Test
  void thoseWhoTendToBuyHaveNotSpentMoreAtATime() {
    mean(PurchaseHistoriesTest::ranksHigh, history -> history.get(0).spend())
        .isNear(TRUTH.p() * TRUTH.v() / (TRUTH.q() - 1));
  }

  @Test
  void purchasesOfOneDayAreOne() {
    for (var history : HISTORIES) {
      assertThat(history)
          .extracting(day -> day.at().truncatedTo(ChronoUnit.DAYS))
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  private static boolean ranksHigh(List<PurchaseDay> history) {
    return PEOPLE.person(history.get(0).customer()).rank() > 0.5;
  }

  private static SampleMean mean(ToDoubleFunction<PurchaseDay> ofFirst) {
    return mean(ALL, history -> ofFirst.applyAsDouble(history.get(0)));
  }

  private static SampleMean mean(
      Predicate<List<PurchaseDay>> whose, ToDoubleFunction<List<PurchaseDay>> figure) {
    return SampleMean.of(HISTORIES.stream().filter(whose).mapToDouble(figure));
  }
}
