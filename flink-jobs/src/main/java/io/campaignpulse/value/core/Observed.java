package io.campaignpulse.value.core;

/**
 * A customer's purchases as they stood at the end of a day. A purchase day is a day (UTC) with an
 * order that was not wholly returned.
 *
 * @param asOfDay the epoch day at whose end the observation ends
 * @param purchaseDays at least one
 * @param recencyDays from the first purchase day to the last
 * @param ageDays from the first purchase day to the end of the observation
 * @param spendMinor orders less returns of all purchase days, in minor units
 * @param repeatSpendMinor the same without the first purchase day
 */
public record Observed(
    long asOfDay,
    int purchaseDays,
    int recencyDays,
    int ageDays,
    long spendMinor,
    long repeatSpendMinor) {

  /** The epoch day of the last purchase, whatever was brought back since. */
  public long lastPurchaseDay() {
    return asOfDay - ageDays + recencyDays;
  }
}
