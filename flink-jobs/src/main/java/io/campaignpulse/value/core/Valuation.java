package io.campaignpulse.value.core;

import io.campaignpulse.events.views.CustomerValue;

/**
 * Says what a customer is worth by what was observed of them.
 *
 * @param model null before there is one: then customers are ranked by what they spent
 * @param minorDigits how many decimals the reporting currency has
 */
public record Valuation(ValueModel model, int minorDigits) {
  /** How much the spend so far, and chance, may add to a worth to tell like customers apart. */
  private static final double BY_SPEND = 1e-6;

  private static final double BY_CHANCE = 1e-10;

  /** Chance tells apart at least as well as at this worth: also those who paid nothing. */
  private static final double LEAST = 0.01;

  /** Spreads the hashes of like ids over the whole range. */
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  public CustomerValue of(String customerId, Observed observed) {
    var spend = major(observed.spendMinor());
    var worth = model == null ? null : model.worth(summary(observed));
    var base = worth == null ? spend : worth.expectedSpend();
    return new CustomerValue(
        customerId,
        observed.asOfDay(),
        observed.purchaseDays(),
        observed.recencyDays(),
        observed.ageDays(),
        observed.spendMinor(),
        observed.repeatSpendMinor(),
        worth == null ? null : worth.expectedPurchases(),
        worth == null ? null : worth.expectedSpend(),
        worth == null ? null : worth.probabilityAlive(),
        base * (1 + BY_SPEND * spend / (1 + spend))
            + Math.max(base, LEAST) * BY_CHANCE * chance(customerId),
        null);
  }

  /** What the model is told of a customer. */
  public PurchaseSummary summary(Observed observed) {
    int repeats = observed.purchaseDays() - 1;
    return new PurchaseSummary(
        observed.purchaseDays(),
        observed.recencyDays() / 7.0,
        observed.ageDays() / 7.0,
        repeats == 0 ? 0 : major(observed.repeatSpendMinor()) / repeats);
  }

  private double major(long minor) {
    return minor / Math.pow(10, minorDigits);
  }

  /** Within 0 to 1, always the same for a customer: who are alike in all else still differ. */
  private static double chance(String customerId) {
    long mixed = customerId.hashCode() * GOLDEN_RATIO;
    return (mixed >>> 32) / (double) (1L << 32);
  }
}
