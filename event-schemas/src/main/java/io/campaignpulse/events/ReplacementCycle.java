package io.campaignpulse.events;

import java.time.DateTimeException;
import java.time.Period;

/** After what time a product wants to be replaced, as its record says it. */
public final class ReplacementCycle {
  /** So that no day of the calendar lies beyond what can be counted. */
  private static final int LONGEST_YEARS = 100;

  private ReplacementCycle() {}

  /**
   * Reads an ISO-8601 period.
   *
   * @throws IllegalArgumentException if it is none, or none after which anything could be due
   */
  public static Period read(String given) {
    var cycle = parse(given);
    if (cycle.isNegative() || cycle.isZero()) {
      throw new IllegalArgumentException("must be positive");
    }
    if (cycle.toTotalMonths() > LONGEST_YEARS * 12 || cycle.getDays() > LONGEST_YEARS * 366) {
      throw new IllegalArgumentException("is longer than " + LONGEST_YEARS + " years");
    }
    return cycle;
  }

  private static Period parse(String given) {
    try {
      return Period.parse(given);
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "\"" + given + "\" is not an ISO-8601 period such as P3Y, P18M or P90D", e);
    }
  }
}
