package io.campaignpulse.value.core;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.log1p;
import static java.lang.Math.min;
import static java.lang.Math.sqrt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model's formulas against its definition: sums over all that rate and stopping can be. */
class BgNbdIntegralTest {
  private static final double HORIZON = 52;

  record Case(BgNbd model, int x, double tx, double age) {}

  static List<Case> cases() {
    var models =
        List.of(
            BgNbdTest.PAPER,
            new BgNbd(0.243, 4.414, 1, 2.426),
            new BgNbd(2, 0.3, 1.7, 0.9),
            new BgNbd(30, 60, 0.4, 5),
            new BgNbd(0.8, 12, 9, 40));
    return models.stream()
        .flatMap(
            m ->
                List.of(
                    new Case(m, 0, 0, 0),
                    new Case(m, 0, 0, 60),
                    new Case(m, 1, 0.2, 0.3),
                    new Case(m, 3, 5, 30),
                    new Case(m, 40, 30, 31),
                    new Case(m, 2_000, 200, 200.1))
                    .stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void expectationsAreTheMeansOverAllRatesAndChances(Case c) {
    var sums = new Sums(c);
    assertThat(c.model.probabilityAlive(c.x, c.tx, c.age))
        .isCloseTo(sums.alive / (sums.alive + sums.stopped), withinPercentage(1e-6));
    assertThat(c.model.expectedPurchases(HORIZON, c.x, c.tx, c.age))
        .isCloseTo(sums.purchases / (sums.alive + sums.stopped), withinPercentage(1e-6));
  }

  /** By the trapezoidal rule over the logarithm of the rate and the log odds of the chance. */
  private static final class Sums {
    private static final double NEGLIGIBLE = 40;

    private final Case c;
    private double alive;
    private double stopped;
    private double purchases;

    Sums(Case c) {
      this.c = c;
      double shape = c.model.r() + c.x;
      double b = c.model.b() + c.x;
      double rateStep = min(0.2, 0.5 / sqrt(shape));
      double chanceStep = min(0.2, 0.4 * sqrt(1 / c.model.a() + 1 / b));
      double rateFrom = log(shape / (c.model.alpha() + c.age)) - reach(shape);
      double rateTo = log(shape / (c.model.alpha() + c.tx)) + min(6, reach(shape));
      double mode = log(c.model.a() / b);
      for (double y = rateFrom; y < rateTo; y += rateStep) {
        for (double u = mode - reach(c.model.a());
            u < mode + reach(min(b, c.model.b()));
            u += chanceStep) {
          add(y, u);
        }
      }
    }

    private static double reach(double shape) {
      return NEGLIGIBLE / shape + 14 / sqrt(shape);
    }

    private void add(double logRate, double logOdds) {
      double rate = exp(logRate);
      double p = 1 / (1 + exp(-logOdds));
      double logStop = -log1p(exp(-logOdds));
      double logGoOn = -log1p(exp(logOdds));
      var m = c.model;
      double common =
          (m.r() + c.x) * (logRate - log((m.r() + c.x) / (m.alpha() + c.tx)) + 1)
              - rate * m.alpha()
              + m.a() * logStop
              + m.b() * logGoOn;
      double weight = exp(common + c.x * logGoOn - rate * c.age);
      alive += weight;
      purchases += weight * -Math.expm1(-rate * p * HORIZON) / p;
      if (c.x > 0) {
        stopped += exp(common + logStop + (c.x - 1) * logGoOn - rate * c.tx);
      }
    }
  }

  /** Of some number of purchases, the last at some time, whenever the others were. */
  @Test
  void theLikelihoodsOfAllThatCanHappenAddUpToOne() {
    double age = 5;
    int steps = 500;
    double sum = exp(BgNbdTest.PAPER.logLikelihood(0, 0, age));
    for (int x = 1; x <= 80; x++) {
      for (int i = 0; i < steps; i++) {
        double tx = (i + 0.5) * age / steps;
        double others = (x - 1) * log(tx) - IntStream.range(1, x).mapToDouble(Math::log).sum();
        sum += exp(BgNbdTest.PAPER.logLikelihood(x, tx, age) + others) * age / steps;
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
  }
}
