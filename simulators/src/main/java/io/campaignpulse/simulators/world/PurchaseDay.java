package io.campaignpulse.simulators.world;

import java.time.Instant;
import java.util.Comparator;

/**
 * One of the days on which a customer bought before their world began.
 *
 * @param customer the number of the customer
 * @param place 0 for their first purchase day, and so on
 * @param at when on that day they ordered
 * @param spend what they meant to spend, in major units of currency
 */
record PurchaseDay(int customer, int place, Instant at, double spend) {
  static final Comparator<PurchaseDay> IN_ORDER =
      Comparator.comparing(PurchaseDay::at).thenComparingInt(PurchaseDay::customer);
}
