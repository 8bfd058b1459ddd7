package io.campaignpulse.value.core;

import io.campaignpulse.value.core.Fit.Fitted;
import io.campaignpulse.value.core.Fit.Refused;
import java.util.Collection;

/** Fits both models of customer value to customers, by maximum likelihood. */
public final class ModelFit {
  /** Repeat customers without whom a fit would be of the few there are. */
  static final int REPEAT_CUSTOMERS_NEEDED = 10;

  /** Different histories without which there is less to see than the model has parameters. */
  static final int HISTORIES_NEEDED = 5;

  private ModelFit() {}

  public static Fit of(Collection<PurchaseSummary> customers) {
    var purchases = new PurchaseLikelihood(customers);
    var spend = new SpendLikelihood(customers);
    if (spend.customers() < REPEAT_CUSTOMERS_NEEDED) {
      return new Refused(
          "%d of %d customers spent anything on a second day, and %d are needed"
              .formatted(spend.customers(), customers.size(), REPEAT_CUSTOMERS_NEEDED));
    }
    if (purchases.histories() < HISTORIES_NEEDED) {
      return new Refused(
          "the customers have %d different histories of purchases, and %d are needed"
              .formatted(purchases.histories(), HISTORIES_NEEDED));
    }
    if (spend.everybodyTheSame()) {
      return new Refused("every customer spends the same on a purchase day");
    }
    return fitted(purchases, spend, customers.size());
  }

  private static Fit fitted(PurchaseLikelihood purchases, SpendLikelihood spend, int sampleSize) {
    var likeliestPurchases = purchases.maximum();
    var likeliestSpend = spend.maximum();
    if (spend.withoutMean(likeliestSpend)) {
      return new Refused("a few customers spend so much that there is no mean to expect");
    }
    return new Fitted(
        likeliestPurchases,
        likeliestSpend,
        sampleSize,
        purchases.of(likeliestPurchases),
        spend.of(likeliestSpend));
  }
}
