package io.campaignpulse.value.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ValuationTest {
  private static final ValueModel MODEL =
      new ValueModel(new BgNbd(.243, 4.414, .793, 2.426), new GammaGamma(6.25, 3.74, 15.44), 39);

  @Test
  void givesTheModelWeeksAndMajorUnits() {
    var summary = new Valuation(MODEL, 2).summary(new Observed(272, 3, 213, 272, 9000, 7000));
    assertThat(summary).isEqualTo(new PurchaseSummary(3, 213 / 7.0, 272 / 7.0, 35));
    var value = new Valuation(MODEL, 2).of("anna", new Observed(272, 3, 213, 272, 9000, 7000));
    assertThat(value.expectedPurchases()).isEqualTo(1.226, within(0.001));
    assertThat(value.expectedSpend()).isEqualTo(1.226 * 35.039370, within(0.05));
    assertThat(value.worth()).isEqualTo(value.expectedSpend(), within(1e-4));
  }

  @Test
  void ranksByWhatWasSpentBeforeThereIsAModel() {
    var value = new Valuation(null, 2).of("anna", new Observed(9, 1, 0, 0, 1234, 0));
    assertThat(value.expectedSpend()).isNull();
    assertThat(value.worth()).isEqualTo(12.34, within(1e-4));
  }

  @Test
  void prefersOfLikeCustomersTheOneWhoSpentMore() {
    var valuation = new Valuation(MODEL, 2);
    var more = valuation.of("anna", new Observed(9, 1, 0, 0, 2000, 0));
    var less = valuation.of("bert", new Observed(9, 1, 0, 0, 1900, 0));
    assertThat(more.expectedSpend()).isEqualTo(less.expectedSpend());
    assertThat(more.worth()).isGreaterThan(less.worth());
  }

  @Test
  void countsACurrencyWithoutMinorUnitsInItsOwn() {
    var value = new Valuation(null, 0).of("anna", new Observed(9, 1, 0, 0, 1234, 0));
    assertThat(value.worth()).isEqualTo(1234, within(0.01));
  }
}
