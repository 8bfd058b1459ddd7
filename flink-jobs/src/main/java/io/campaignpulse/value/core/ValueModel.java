package io.campaignpulse.value.core;

/**
 * What customers will buy and spend over a horizon: the two models are independent, so the expected
 * spend is the product of what they say.
 */
public record ValueModel(BgNbd purchases, GammaGamma spend, double horizonWeeks) {
  public ValueModel {
    Checks.positive("horizonWeeks", horizonWeeks);
  }

  public CustomerWorth worth(PurchaseSummary customer) {
    int x = customer.repeatPurchases();
    double last = customer.recencyWeeks();
    double age = customer.ageWeeks();
    double expected = purchases.expectedPurchases(horizonWeeks, x, last, age);
    return new CustomerWorth(
        expected,
        expected * spend.expectedMean(x, customer.meanSpend()),
        purchases.probabilityAlive(x, last, age));
  }
}
