package io.campaignpulse.value.core;

/** What became of fitting the models to customers: either they, or why there are none. */
public sealed interface Fit {
  /**
   * The models under which the purchases of the customers are likeliest.
   *
   * @param sampleSize customers fitted to
   * @param purchasesLogLikelihood of all their histories
   * @param spendLogLikelihood of the mean spend of those with repeat purchases
   */
  record Fitted(
      BgNbd purchases,
      GammaGamma spend,
      int sampleSize,
      double purchasesLogLikelihood,
      double spendLogLikelihood)
      implements Fit {
    public ValueModel over(double horizonWeeks) {
      return new ValueModel(purchases, spend, horizonWeeks);
    }
  }

  /**
   * The customers cannot carry a fit.
   *
   * @param reason in words
   */
  record Refused(String reason) implements Fit {}
}
