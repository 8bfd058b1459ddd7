package io.campaignpulse.value.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgNbdTest {
  /** The parameters that the paper finds for CDNOW's customers. */
  static final BgNbd PAPER = new BgNbd(0.243, 4.414, 0.793, 2.426);

  private static final double ROUNDING = 1e-9;

  @Test
  void thePapersCustomerIsExpectedToBuyAsGoldenSays() {
    assertThat(PAPER.expectedPurchases(39, 2, 30.43, 38.86)).isCloseTo(1.226028, within(5e-7));
    assertThat(PAPER.probabilityAlive(2, 30.43, 38.86)).isCloseTo(0.726579, within(5e-7));
  }

  /** By the papers' formulas with 2F1, in 90 digits (mpmath 1.3). */
  @ParameterizedTest
  @CsvSource({
    // without a past, for a year, an instant and a thousand years
    "0.243, 4.414, 0.793, 2.426, 52,     0,   0,     0,     1.4460505953964038, 1",
    "0.243, 4.414, 0.793, 2.426, 52,     0,   0,     38.86, 0.2520730222824589, 1",
    "0.243, 4.414, 0.793, 2.426, 0.001,  3,   20,    38.86, 3.491039992305773E-5, 0.4658409158542623",
    "0.243, 4.414, 0.793, 2.426, 52000,  0,   0,     0,     24.7013445921399, 1",
    "0.243, 4.414, 0.793, 2.426, 52000,  7,   30,    38.86, 92.95439037746101, 0.6690664906039924",
    // frequent buyers
    "0.243, 4.414, 0.793, 2.426, 52,   300,   38,    38.86, 123.34396145258663, 0.47839591957414096",
    "0.243, 4.414, 0.793, 2.426, 52,  5000,   38.8,  38.86, 3685.195240356051, 0.8595664296702129",
    // a at 1 and about it
    "0.243, 4.414, 1,         2.426, 39, 2, 30.43, 38.86, 1.1021367860399558, 0.6781756148544038",
    "0.243, 4.414, 1.0000001, 2.426, 39, 2, 30.43, 38.86, 1.1021367314169068, 0.6781755930290595",
    "0.243, 4.414, 0.9999999, 2.426, 39, 2, 30.43, 38.86, 1.1021368406630094, 0.6781756366797496",
    "0.243, 4.414, 1,         2.426, 52000, 0, 0,  1,     11.587794076519739, 1",
    // customers all different, and all alike
    "2.5,   0.01,  1.5,   0.05,  520, 0,    0,     0,   1.0996987925693698, 1",
    "0.05,  0.001, 0.02,  0.03,  520, 0,    0,     0,   12234.505008484353, 1",
    "0.05,  0.001, 0.02,  0.03,  520, 1,    0.001, 0.2, 27.218058911894943, 0.011713848531612841",
    "10000, 5000,  3000,  90000, 520, 0,    0,     10,  31.0100033344447, 1",
    "10000, 5000,  3000,  90000, 520, 400,  199,   200, 25.009502550738368, 0.803043909995446",
    // a above and below 1
    "0.5,   2,     12,    4,     104,  10,  5,     6,   0.4783627142494719, 0.21047960354033404",
    "0.5,   2,     0.001, 50,    520, 2000, 50,    50,  19972.621555564143, 0.9999995119572904",
    "1.25,  3,     2.25,  6,     5200, 1,   0.5,   1,   4.375635575353708, 0.663824311947053",
  })
  void expectationsAreTheFormulasInManyDigits(
      double r,
      double alpha,
      double a,
      double b,
      double horizon,
      int x,
      double tx,
      double age,
      double expected,
      double alive) {
    var model = new BgNbd(r, alpha, a, b);
    assertThat(model.expectedPurchases(horizon, x, tx, age))
        .isCloseTo(expected, withinPercentage(100 * ROUNDING));
    assertThat(model.probabilityAlive(x, tx, age)).isCloseTo(alive, within(ROUNDING));
  }

  @Test
  void whoHasNotBoughtAgainHasNotHadTheChanceToStop() {
    assertThat(PAPER.probabilityAlive(0, 0, 0)).isEqualTo(1);
    assertThat(PAPER.probabilityAlive(0, 0, 500)).isEqualTo(1);
  }

  @Test
  void nothingIsBoughtInNoTime() {
    assertThat(PAPER.expectedPurchases(0, 2, 30.43, 38.86)).isZero();
    assertThat(PAPER.expectedPurchases(Double.MIN_VALUE, 0, 0, 38.86)).isZero();
  }

  @Test
  void parametersAndHistoriesThatCannotBeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new BgNbd(0, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new BgNbd(1, -1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new BgNbd(1, 1, Double.NaN, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BgNbd(1, 1, 1, Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException().isThrownBy(() -> PAPER.probabilityAlive(1, 3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> PAPER.logLikelihood(-1, 0, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> PAPER.expectedPurchases(-1, 0, 0, 2));
  }
}
