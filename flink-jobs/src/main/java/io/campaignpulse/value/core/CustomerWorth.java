package io.campaignpulse.value.core;

/**
 * What is expected of one customer over the model's horizon.
 *
 * @param expectedPurchases days with a purchase
 * @param expectedSpend in major units of currency
 * @param probabilityAlive that the customer has not stopped buying for good by now
 */
public record CustomerWorth(
    double expectedPurchases, double expectedSpend, double probabilityAlive) {}
