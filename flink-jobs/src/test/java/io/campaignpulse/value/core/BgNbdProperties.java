package io.campaignpulse.value.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BgNbdProperties {
  private static final double ROUNDING = 1e-9;

  record Customer(int x, double tx, double age) {}

  @Provide
  Arbitrary<BgNbd> models() {
    var parameter = Arbitraries.doubles().between(-6, 6).map(Math::exp);
    return Combinators.combine(parameter, parameter, parameter, parameter).as(BgNbd::new);
  }

  @Provide
  Arbitrary<Customer> customers() {
    var age = Arbitraries.doubles().between(0, 1_000).edgeCases(e -> e.add(0.0));
    var share = Arbitraries.doubles().between(0, 1);
    var x = Arbitraries.integers().between(0, 5_000);
    return Combinators.combine(x, share, age)
        .as((n, s, t) -> new Customer(n, n == 0 ? 0 : s * t, t));
  }

  @Provide
  Arbitrary<Double> horizons() {
    return Arbitraries.doubles().between(-9, 9).map(Math::exp);
  }

  @Property
  void aliveIsAProbabilityAndFallsWithSilence(
      @ForAll("models") BgNbd model,
      @ForAll("customers") Customer c,
      @ForAll("horizons") double silence) {
    double now = model.probabilityAlive(c.x, c.tx, c.age);
    assertThat(now).isBetween(0.0, 1.0);
    assertThat(model.probabilityAlive(c.x, c.tx, c.age + silence))
        .isLessThanOrEqualTo(now + ROUNDING)
        .isNotNegative();
  }

  @Property
  void expectationsAreFiniteAndGrowWithTheHorizonLessAndLess(
      @ForAll("models") BgNbd model,
      @ForAll("customers") Customer c,
      @ForAll("horizons") double horizon) {
    double once = model.expectedPurchases(horizon, c.x, c.tx, c.age);
    double twice = model.expectedPurchases(2 * horizon, c.x, c.tx, c.age);
    assertThat(once).isFinite().isNotNegative();
    assertThat(twice).isBetween(once * (1 - ROUNDING), 2 * once * (1 + ROUNDING));
  }

  /** As many as if nobody ever stopped. */
  @Property
  void nobodyIsExpectedToBuyMoreThanTheirRateAllows(
      @ForAll("models") BgNbd model,
      @ForAll("customers") Customer c,
      @ForAll("horizons") double horizon) {
    double most = horizon * (model.r() + c.x) / (model.alpha() + c.age);
    assertThat(model.expectedPurchases(horizon, c.x, c.tx, c.age))
        .isLessThanOrEqualTo(most * (1 + ROUNDING));
  }

  @Property
  void everyHistoryHasALikelihood(@ForAll("models") BgNbd model, @ForAll("customers") Customer c) {
    assertThat(model.logLikelihood(c.x, c.tx, c.age)).isFinite();
  }

  /** Where both serve, the series and the quadrature, which share nothing, say the same. */
  @Property
  void seriesAndQuadratureAgree(@ForAll("models") BgNbd model, @ForAll("customers") Customer c) {
    var alive = new WhileAlive(model.r() + c.x, 0.5, model.a(), model.b() + c.x);
    double quadrature = new StoppingQuadrature(alive).expectedPurchases();
    assertThat(alive.expectedPurchases())
        .isBetween(quadrature * (1 - ROUNDING), quadrature * (1 + ROUNDING));
  }
}
