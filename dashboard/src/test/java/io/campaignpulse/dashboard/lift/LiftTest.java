package io.campaignpulse.dashboard.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiftTest {
  @ParameterizedTest
  @CsvSource({
    "500, 3.855055",
    "1000, 3.363888",
    "5000, 3.035209",
    "20000, 3.127114",
    "100000, 3.336858"
  })
  void theAlwaysValidFactorIsThePapers(double customers, double factor) {
    assertThat(AlwaysValid.factor(customers)).isCloseTo(factor, within(1e-6));
  }

  @Test
  void rhoIsThePapers() {
    assertThat(AlwaysValid.rho(0.05, 5000)).isCloseTo(0.039840067, within(1e-9));
  }

  @Test
  void aRateIsComparedWithItsUncertainty() {
    var difference = new Difference(Sample.ofShare(120, 1000), Sample.ofShare(100, 1000));
    assertThat(difference.absolute().getAsDouble()).isCloseTo(0.02, within(1e-12));
    assertThat(difference.relative().getAsDouble()).isCloseTo(0.2, within(1e-12));
    // sqrt(.12*.88/1000 + .1*.9/1000)
    assertThat(difference.standardError()).isCloseTo(0.0139857, within(1e-7));
    var fixed = difference.fixed().orElseThrow();
    assertThat(fixed.low()).isCloseTo(0.02 - 1.959964 * 0.0139857, within(1e-6));
    var always = difference.alwaysValid().orElseThrow();
    assertThat(always.high()).isGreaterThan(fixed.high());
    // sqrt(.09*.0144/(.0001*1000) + .1056/(.01*1000))
    assertThat(difference.relativeError()).isCloseTo(0.1533623, within(1e-6));
  }

  @Test
  void anAmountsVarianceCountsTheZeros() {
    var sample = Sample.ofAmounts(10, 100, 4); // 10, 0, 0, 0
    assertThat(sample.mean()).isEqualTo(2.5);
    assertThat(sample.variance()).isCloseTo(25, within(1e-12));
  }

  @Test
  void sumsThatCannotBeTrueGiveNoVarianceInsteadOfNone() {
    assertThat(Sample.ofAmounts(100, -1e18, 4).variance()).isNaN();
    assertThat(Sample.ofAmounts(40, 400, 4).variance()).isZero();
    assertThat(Sample.ofAmounts(0.3, 0.03 - 1e-17, 3).variance()).isZero();
    var difference = new Difference(Sample.ofAmounts(100, -1e18, 4), Sample.ofAmounts(40, 400, 4));
    assertThat(difference.fixed()).isEmpty();
    assertThat(difference.alwaysValid()).isEmpty();
  }

  @Test
  void thereIsNothingToSayOfAnEmptyGroup() {
    var difference = new Difference(Sample.ofShare(1, 10), Sample.ofShare(0, 0));
    assertThat(difference.absolute()).isEmpty();
    assertThat(difference.fixed()).isEmpty();
    assertThat(difference.alwaysValid()).isEmpty();
    var noneBought = new Difference(Sample.ofShare(1, 10), Sample.ofShare(0, 10));
    assertThat(noneBought.relative()).isEmpty();
    assertThat(noneBought.absolute()).isPresent();
  }

  /** A hundred looks at two equal arms of 20,000: GOLDEN finds 36.9 % and 2.3 %. */
  @Test
  void lookingOftenFoolsTheFixedIntervalAndNotTheAlwaysValidOne() {
    var random = new Random(7);
    int runs = 300;
    int fixedAlarms = 0;
    int alwaysAlarms = 0;
    for (int run = 0; run < runs; run++) {
      var alarms = alarms(random);
      fixedAlarms += alarms[0] ? 1 : 0;
      alwaysAlarms += alarms[1] ? 1 : 0;
    }
    assertThat((double) fixedAlarms / runs).isBetween(0.28, 0.46);
    assertThat((double) alwaysAlarms / runs).isLessThan(0.06);
  }

  private static boolean[] alarms(Random random) {
    var alarms = new boolean[2];
    long a = 0;
    long b = 0;
    for (int look = 1; look <= 100; look++) {
      for (int i = 0; i < 200; i++) {
        a += random.nextDouble() < 0.05 ? 1 : 0;
        b += random.nextDouble() < 0.05 ? 1 : 0;
      }
      var difference =
          new Difference(Sample.ofShare(a, look * 200L), Sample.ofShare(b, look * 200L));
      alarms[0] |= difference.fixed().filter(LiftTest::excludesZero).isPresent();
      alarms[1] |= difference.alwaysValid().filter(LiftTest::excludesZero).isPresent();
    }
    return alarms;
  }

  private static boolean excludesZero(Interval interval) {
    return interval.low() > 0 || interval.high() < 0;
  }
}
