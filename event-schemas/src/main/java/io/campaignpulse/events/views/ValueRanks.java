package io.campaignpulse.events.views;

/**
 * How the worth of all customers is spread, and where the tiers begin.
 *
 * @param asOf when this was worked out, in epoch milliseconds
 * @param customers all that are known by an id, those included who have not bought yet
 * @param buyers those who have
 * @param tierA the least worth of the best tier
 * @param tierB the least worth of the second tier
 * @param quantiles of the buyers' worth, at equal steps from the least to the greatest
 */
public record ValueRanks(
    long asOf, long customers, long buyers, double tierA, double tierB, double[] quantiles) {
  public static final String A = "A";
  public static final String B = "B";

  /** The tier of all others: of those who have not bought, too. */
  public static final String C = "C";

  /** The tier of a buyer of this worth. */
  public String tier(double worth) {
    if (worth >= tierA) {
      return A;
    }
    return worth >= tierB ? B : C;
  }

  /** The share of all customers who are worth less than this buyer, in percent. */
  public double percentile(double worth) {
    if (customers == 0) {
      return 0;
    }
    var below = customers - buyers + buyers * rank(worth);
    return 100.0 * below / customers;
  }

  /** The share of the buyers who are worth less, between two quantiles by a straight line. */
  private double rank(double worth) {
    int last = quantiles.length - 1;
    if (last < 1 || worth <= quantiles[0]) {
      return 0;
    }
    int above = 1;
    while (above < last && quantiles[above] < worth) {
      above++;
    }
    var step = quantiles[above] - quantiles[above - 1];
    var within = step > 0 ? Math.min(1, (worth - quantiles[above - 1]) / step) : 1;
    return (above - 1 + within) / last;
  }
}
