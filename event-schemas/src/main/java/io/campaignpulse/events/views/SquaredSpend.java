package io.campaignpulse.events.views;

/**
 * The square of what a customer spent, in squared minor units. One customer's may be more than a
 * long holds, and so may the sum of a thousand, so each square comes in two parts: what is below
 * 2<sup>32</sup>, and how many times that. Their sums are exact, and add up in any order.
 */
public final class SquaredSpend {
  private static final int LOWER_BITS = 32;
  private static final long LOWER = (1L << LOWER_BITS) - 1;

  private SquaredSpend() {}

  public static long lower(long spendMinor) {
    return spendMinor * spendMinor & LOWER;
  }

  /** Right for what anybody can have spent: up to 2<sup>47</sup> minor units. */
  public static long upper(long spendMinor) {
    return Math.multiplyHigh(spendMinor, spendMinor) << Long.SIZE - LOWER_BITS
        | spendMinor * spendMinor >>> LOWER_BITS;
  }

  /** The sum of the squares of all customers of a tally. */
  public static double sum(Tally tally) {
    return Math.scalb((double) tally.get(Figure.SPEND_SQUARED_UPPER), LOWER_BITS)
        + tally.get(Figure.SPEND_SQUARED);
  }
}
