package io.campaignpulse.events;

import java.math.BigDecimal;
import java.util.Currency;

/** The check that an amount is money of the reporting currency. */
final class Amounts {
  private Amounts() {}

  static void check(Problems problems, String field, BigDecimal amount, Currency currency) {
    if (amount == null) {
      return;
    }
    problems.require(amount.signum() >= 0, field, "must not be negative");
    try {
      Money.toMinor(amount, currency);
    } catch (ArithmeticException e) {
      problems.add(
          field,
          Money.plain(amount)
              + " has more than "
              + Money.digits(currency)
              + " decimals, or is out of range");
    }
  }
}
