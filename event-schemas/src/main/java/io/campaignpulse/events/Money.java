package io.campaignpulse.events;

import java.math.BigDecimal;
import java.util.Currency;

/** Exact money: decimal on the wire and at the edge, minor units of one currency in between. */
public final class Money {
  private Money() {}

  /**
   * The amount in minor units, such as cents.
   *
   * @throws ArithmeticException if the amount has more decimals than the currency
   */
  public static long toMinor(BigDecimal amount, Currency currency) {
    return amount.movePointRight(digits(currency)).longValueExact();
  }

  public static BigDecimal fromMinor(long minor, Currency currency) {
    return BigDecimal.valueOf(minor, digits(currency));
  }

  /** The amount without an exponent, with two decimals at least where it has a fraction. */
  static String plain(BigDecimal amount) {
    var stripped = amount.stripTrailingZeros();
    return (stripped.scale() < 2 && amount.scale() >= 2 ? stripped.setScale(2) : stripped)
        .toPlainString();
  }

  static int digits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
