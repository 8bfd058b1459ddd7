package io.campaignpulse.events.views;

/**
 * What a customer who has bought is worth. A purchase day is a day (UTC) with an order that was not
 * wholly returned; the first is day zero.
 *
 * @param asOfDay the epoch day up to which this was observed
 * @param recencyDays from the first purchase day to the last
 * @param ageDays from the first purchase day to the end of the observation
 * @param spendMinor orders less returns of all purchase days, in minor units
 * @param repeatSpendMinor the same without the first purchase day
 * @param expectedPurchases purchase days to come within the model's horizon; null before the first
 *     model
 * @param expectedSpend in major units of the reporting currency; null before the first model
 * @param probabilityAlive that the customer has not stopped buying; null before the first model
 * @param worth what customers are ranked by: the expected spend, or what was spent before the first
 *     model; like customers are told apart by tiny parts, so that no two share a rank
 * @param tier {@code A}, {@code B} or {@code C}; null before ranks are known
 */
public record CustomerValue(
    String customerId,
    long asOfDay,
    int purchaseDays,
    int recencyDays,
    int ageDays,
    long spendMinor,
    long repeatSpendMinor,
    Double expectedPurchases,
    Double expectedSpend,
    Double probabilityAlive,
    double worth,
    String tier) {

  /** Of a customer who has bought nothing, or has brought all of it back. */
  public static CustomerValue none(String customerId, long asOfDay) {
    return new CustomerValue(customerId, asOfDay, 0, 0, 0, 0, 0, null, null, null, 0, null);
  }

  /** The same customer in a tier. */
  public CustomerValue in(String newTier) {
    return new CustomerValue(
        customerId,
        asOfDay,
        purchaseDays,
        recencyDays,
        ageDays,
        spendMinor,
        repeatSpendMinor,
        expectedPurchases,
        expectedSpend,
        probabilityAlive,
        worth,
        newTier);
  }
}
