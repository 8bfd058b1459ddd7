package io.campaignpulse.value.core;

/**
 * What the models of customer value need to know of one customer's purchases. Purchases of one day
 * are one; the first day begins the history and is not counted among the repeat purchases.
 *
 * @param purchaseDays days with a purchase, the first included
 * @param recencyWeeks from the first to the last of these days; 0 only without repeat purchases
 * @param ageWeeks from the first of these days to the end of the observation
 * @param meanSpend mean over the repeat purchase days, in major units of currency; 0 without any
 */
public record PurchaseSummary(
    int purchaseDays, double recencyWeeks, double ageWeeks, double meanSpend) {
  public PurchaseSummary {
    Checks.that(purchaseDays >= 1, "purchaseDays", purchaseDays, "is below 1");
    Checks.notNegative("ageWeeks", ageWeeks);
    Checks.notNegative("recencyWeeks", recencyWeeks);
    Checks.that(recencyWeeks <= ageWeeks, "recencyWeeks", recencyWeeks, "is beyond ageWeeks");
    Checks.notNegative("meanSpend", meanSpend);
    Checks.that(purchaseDays == 1 || recencyWeeks > 0, "recencyWeeks", recencyWeeks, "of two days");
    if (purchaseDays == 1) {
      Checks.that(recencyWeeks == 0, "recencyWeeks", recencyWeeks, "without repeat purchases");
      Checks.that(meanSpend == 0, "meanSpend", meanSpend, "without repeat purchases");
    }
  }

  /** Days with a purchase after the first: x of the papers. */
  public int repeatPurchases() {
    return purchaseDays - 1;
  }
}
