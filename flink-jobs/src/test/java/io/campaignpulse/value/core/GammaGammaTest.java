package io.campaignpulse.value.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GammaGammaTest {
  /** The parameters that the note finds for CDNOW's customers. */
  static final GammaGamma PAPER = new GammaGamma(6.25, 3.74, 15.44);

  @Test
  void theMeanSpendIsAsGoldenSays() {
    assertThat(PAPER.expectedMean(2, 35)).isCloseTo(35.039370, within(5e-7));
  }

  @Test
  void whoHasNotBoughtAgainIsExpectedToSpendAsAllDo() {
    assertThat(PAPER.expectedMean(0, 0)).isCloseTo(15.44 * 6.25 / 2.74, within(1e-12));
    assertThat(PAPER.expectedMean(0, 1_000)).isEqualTo(PAPER.expectedMean(0, 0));
  }

  @Test
  void spendLiesBetweenTheCustomersOwnAndEverybodysAndNearsTheOwn() {
    double all = PAPER.expectedMean(0, 0);
    assertThat(PAPER.expectedMean(1, 100)).isBetween(all, 100.0);
    assertThat(PAPER.expectedMean(5, 100)).isBetween(PAPER.expectedMean(1, 100), 100.0);
    assertThat(PAPER.expectedMean(1_000_000, 100)).isCloseTo(100, within(1e-3));
  }

  /** The density is of a whole: its integral over all means, by Simpson's rule, is 1. */
  @Test
  void theLikelihoodIsADensity() {
    for (int x : new int[] {1, 3, 20}) {
      assertThat(integral(x, 0)).isCloseTo(1, within(1e-6));
    }
  }

  /**
   * Each customer's mean is their own mean's in the long run, so that both have one expectation.
   */
  @Test
  void theMeanOverAllCustomersIsThePriors() {
    for (int x : new int[] {1, 3, 20}) {
      assertThat(integral(x, 1)).isCloseTo(PAPER.expectedMean(0, 0), within(1e-3));
    }
  }

  /** Of a power of the mean, over its logarithm. */
  private static double integral(int x, int power) {
    double step = 0.01;
    int steps = 3_000;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double y = -10 + i * step;
      double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * Math.exp(PAPER.logLikelihood(x, Math.exp(y)) + (1 + power) * y);
    }
    return sum * step / 3;
  }

  @Test
  void spendWithoutAMeanIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GammaGamma(6.25, 1, 15.44))
        .withMessageContaining("q: 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new GammaGamma(0, 3, 15));
    assertThatIllegalArgumentException().isThrownBy(() -> new GammaGamma(6, 3, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> PAPER.logLikelihood(0, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> PAPER.logLikelihood(1, 0));
  }
}
