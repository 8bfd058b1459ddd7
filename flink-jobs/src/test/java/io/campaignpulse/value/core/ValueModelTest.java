package io.campaignpulse.value.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ValueModelTest {
  private static final ValueModel MODEL = new ValueModel(BgNbdTest.PAPER, GammaGammaTest.PAPER, 39);

  @Test
  void aCustomerIsWorthThePurchasesTimesTheSpend() {
    var worth = MODEL.worth(new PurchaseSummary(3, 30.43, 38.86, 35));
    assertThat(worth.expectedPurchases()).isCloseTo(1.226028, within(5e-7));
    assertThat(worth.probabilityAlive()).isCloseTo(0.726579, within(5e-7));
    assertThat(worth.expectedSpend()).isCloseTo(1.226028 * 35.039370, within(5e-5));
  }

  @Test
  void whoBoughtOnceIsWorthThePurchasesTimesEverybodysSpend() {
    var worth = MODEL.worth(new PurchaseSummary(1, 0, 38.86, 0));
    assertThat(worth.probabilityAlive()).isEqualTo(1);
    assertThat(worth.expectedSpend())
        .isCloseTo(worth.expectedPurchases() * 15.44 * 6.25 / 2.74, within(1e-12));
  }

  @Test
  void theFirstPurchaseDayIsNoRepeat() {
    assertThat(new PurchaseSummary(3, 1, 2, 10).repeatPurchases()).isEqualTo(2);
  }

  @Test
  void whatCannotBeIsRefused() {
    refused(0, 0, 1, 0);
    refused(2, 3, 2, 10);
    refused(2, -1, 2, 10);
    refused(2, 1, Double.NaN, 10);
    refused(2, 1, 2, -0.01);
    refused(2, 1, 2, Double.POSITIVE_INFINITY);
    refused(2, 0, 2, 10);
    refused(1, 1, 2, 0);
    refused(1, 0, 2, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ValueModel(BgNbdTest.PAPER, GammaGammaTest.PAPER, 0));
  }

  private static void refused(int days, double recency, double age, double meanSpend) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PurchaseSummary(days, recency, age, meanSpend));
  }
}
