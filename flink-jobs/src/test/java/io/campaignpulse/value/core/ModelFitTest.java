package io.campaignpulse.value.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.campaignpulse.value.core.Fit.Fitted;
import io.campaignpulse.value.core.Fit.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFitTest {
  private static final BgNbd PURCHASES = new BgNbd(1.5, 2, 1.5, 3);
  private static final GammaGamma ALIKE = new GammaGamma(2, 6, 40);
  private static final GammaGamma SPEND = GammaGammaTest.PAPER;
  private static final double SLIGHTLY = 1.001;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void simulatedCustomersParametersAreFoundAgain(long seed) {
    var customers = Shoppers.of(seed, 80_000, PURCHASES, ALIKE);
    var fitted = fitted(customers);
    assertThat(fitted.sampleSize()).isEqualTo(customers.size());
    assertThat(fitted.purchases().r()).isCloseTo(PURCHASES.r(), withinPercentage(5));
    assertThat(fitted.purchases().alpha()).isCloseTo(PURCHASES.alpha(), withinPercentage(5));
    assertThat(fitted.purchases().a()).isCloseTo(PURCHASES.a(), withinPercentage(5));
    assertThat(fitted.purchases().b()).isCloseTo(PURCHASES.b(), withinPercentage(5));
    assertThat(fitted.spend().p()).isCloseTo(ALIKE.p(), withinPercentage(5));
    assertThat(fitted.spend().q()).isCloseTo(ALIKE.q(), withinPercentage(5));
    assertThat(fitted.spend().v()).isCloseTo(ALIKE.v(), withinPercentage(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 2_357})
  void nothingNearAndNotTheTruthIsLikelierThanTheFit(int number) {
    var customers = Shoppers.of(4, number, BgNbdTest.PAPER, SPEND);
    var fitted = fitted(customers);
    assertThat(fitted.purchasesLogLikelihood())
        .isCloseTo(purchases(customers, fitted.purchases()), withinPercentage(1e-9))
        .isGreaterThanOrEqualTo(purchases(customers, BgNbdTest.PAPER));
    assertThat(fitted.spendLogLikelihood())
        .isCloseTo(spend(customers, fitted.spend()), withinPercentage(1e-9))
        .isGreaterThanOrEqualTo(spend(customers, SPEND));
    near(fitted.purchases())
        .forEach(
            other ->
                assertThat(purchases(customers, other))
                    .isLessThan(fitted.purchasesLogLikelihood()));
    near(fitted.spend())
        .forEach(
            other -> assertThat(spend(customers, other)).isLessThan(fitted.spendLogLikelihood()));
  }

  @Test
  void timesFarFromAnyUsualAreFittedToo() {
    var customers =
        IntStream.range(1, 100).mapToObj(i -> new PurchaseSummary(1 + i, i * 1e-12, i * 2e-12, i));
    assertThat(ModelFit.of(customers.toList())).isInstanceOf(Fitted.class);
  }

  /** Too few to tell how much alike they are: the likelihood grows for ever, by less and less. */
  @Test
  void aRidgeIsFollowedToWhereItNoLongerMatters() {
    var customers = Shoppers.of(4, 60, BgNbdTest.PAPER, SPEND);
    var fitted = fitted(customers);
    var m = fitted.purchases();
    assertThat(m.a()).isGreaterThan(1_000).isFinite();
    assertThat(purchases(customers, new BgNbd(m.r(), m.alpha(), 100 * m.a(), 100 * m.b())))
        .isBetween(fitted.purchasesLogLikelihood(), fitted.purchasesLogLikelihood() + 1e-3);
  }

  private static Stream<BgNbd> near(BgNbd m) {
    return Stream.of(SLIGHTLY, 1 / SLIGHTLY)
        .flatMap(
            by ->
                Stream.of(
                    new BgNbd(m.r() * by, m.alpha(), m.a(), m.b()),
                    new BgNbd(m.r(), m.alpha() * by, m.a(), m.b()),
                    new BgNbd(m.r() * by, m.alpha() * by, m.a(), m.b()),
                    new BgNbd(m.r(), m.alpha(), m.a() * by, m.b()),
                    new BgNbd(m.r(), m.alpha(), m.a(), m.b() * by),
                    new BgNbd(m.r(), m.alpha(), m.a() * by, m.b() * by)));
  }

  private static Stream<GammaGamma> near(GammaGamma m) {
    return Stream.of(SLIGHTLY, 1 / SLIGHTLY)
        .flatMap(
            by ->
                Stream.of(
                    new GammaGamma(m.p() * by, m.q(), m.v()),
                    new GammaGamma(m.p(), m.q() * by, m.v()),
                    new GammaGamma(m.p(), m.q(), m.v() * by),
                    new GammaGamma(m.p() * by, m.q(), m.v() / by),
                    new GammaGamma(m.p(), m.q() * by, m.v() * by)));
  }

  /** Customer by customer, apart from the sums that the fit keeps. */
  private static double purchases(List<PurchaseSummary> customers, BgNbd model) {
    return customers.stream()
        .mapToDouble(c -> model.logLikelihood(c.repeatPurchases(), c.recencyWeeks(), c.ageWeeks()))
        .sum();
  }

  private static double spend(List<PurchaseSummary> customers, GammaGamma model) {
    return customers.stream()
        .filter(c -> c.repeatPurchases() > 0)
        .mapToDouble(c -> model.logLikelihood(c.repeatPurchases(), c.meanSpend()))
        .sum();
  }

  @Test
  void customersOfOneHistoryCountEach() {
    var once = Shoppers.of(5, 200, BgNbdTest.PAPER, SPEND);
    var thrice = Stream.of(once, once, once).flatMap(List::stream).toList();
    var fitted = fitted(thrice);
    assertThat(fitted.purchasesLogLikelihood())
        .isCloseTo(3 * fitted(once).purchasesLogLikelihood(), withinPercentage(1e-6));
    assertThat(fitted.purchases().a())
        .isCloseTo(fitted(once).purchases().a(), withinPercentage(0.1));
    assertThat(new PurchaseLikelihood(thrice).histories())
        .isEqualTo(new PurchaseLikelihood(once).histories());
  }

  @Test
  void theUnitOfMoneyDoesNotMatter() {
    var customers = Shoppers.of(6, 1_000, BgNbdTest.PAPER, SPEND);
    var spend = fitted(customers).spend();
    var inPence = fitted(customers.stream().map(ModelFitTest::aMillionTimes).toList()).spend();
    assertThat(inPence.p()).isCloseTo(spend.p(), withinPercentage(0.1));
    assertThat(inPence.q()).isCloseTo(spend.q(), withinPercentage(0.1));
    assertThat(inPence.v()).isCloseTo(1e6 * spend.v(), withinPercentage(0.1));
  }

  private static PurchaseSummary aMillionTimes(PurchaseSummary c) {
    return new PurchaseSummary(
        c.purchaseDays(), c.recencyWeeks(), c.ageWeeks(), 1e6 * c.meanSpend());
  }

  @Test
  void theSameCustomersGiveTheSameModelsInWhateverOrder() {
    var customers = Shoppers.of(7, 5_000, BgNbdTest.PAPER, SPEND);
    var shuffled = new ArrayList<>(customers);
    Collections.shuffle(shuffled, new Random(8));
    assertThat(ModelFit.of(shuffled)).isEqualTo(ModelFit.of(customers));
  }

  @Test
  void aFitIsAModelOverAnyHorizon() {
    var fitted = new Fitted(BgNbdTest.PAPER, SPEND, 1, 0, 0);
    assertThat(fitted.over(39)).isEqualTo(new ValueModel(BgNbdTest.PAPER, SPEND, 39));
  }

  @Test
  void nobodyWithASecondPurchaseIsNoSample() {
    var customers = IntStream.range(0, 100).mapToObj(i -> new PurchaseSummary(1, 0, i, 0));
    assertThat(reason(customers.toList()))
        .isEqualTo("0 of 100 customers spent anything on a second day, and 10 are needed");
    assertThat(reason(List.of())).contains("0 of 0 customers");
  }

  @Test
  void everybodyOfOneHistoryIsNoSample() {
    var customers = IntStream.range(0, 100).mapToObj(i -> new PurchaseSummary(3, 5, 8, 10 + i));
    assertThat(reason(customers.toList()))
        .isEqualTo("the customers have 1 different histories of purchases, and 5 are needed");
  }

  @Test
  void everybodyOfOneSpendIsNoSample() {
    var customers =
        IntStream.range(1, 100)
            .mapToObj(i -> new PurchaseSummary(1 + i % 7, i % 7, 8 + i, i % 7 == 0 ? 0 : 10));
    assertThat(reason(customers.toList()))
        .isEqualTo("every customer spends the same on a purchase day");
  }

  @Test
  void spendWithoutAMeanIsNoSample() {
    var customers =
        IntStream.range(1, 100)
            .mapToObj(i -> new PurchaseSummary(2, 1 + i % 7, 8 + i, Math.exp(i * i / 100.0)));
    assertThat(reason(customers.toList())).contains("no mean");
  }

  private static Fitted fitted(List<PurchaseSummary> customers) {
    return (Fitted) ModelFit.of(customers);
  }

  private static String reason(List<PurchaseSummary> customers) {
    return ((Refused) ModelFit.of(customers)).reason();
  }
}
