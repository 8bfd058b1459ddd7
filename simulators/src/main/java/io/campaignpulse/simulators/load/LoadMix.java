package io.campaignpulse.simulators.load;

import java.time.Duration;

/**
 * What the events of a load are like.
 *
 * @param skew exponent of Zipf's law by which customers are busy; 0 makes them alike
 * @param disorder the share of events that are sent up to {@code lateBy} after they happened
 * @param repeats the share of events sent that repeat an earlier one
 */
public record LoadMix(
    int campaigns, int customers, double skew, double disorder, Duration lateBy, double repeats) {
  private static final double MOST_REPEATS = 0.5;

  public LoadMix {
    if (campaigns < 1 || customers < 1) {
      throw new IllegalArgumentException("campaigns and customers must be positive");
    }
    if (!(skew >= 0) || lateBy.isNegative()) {
      throw new IllegalArgumentException("skew and lateness must not be negative");
    }
    if (!(disorder >= 0 && disorder <= 1)) {
      throw new IllegalArgumentException("disorder: " + disorder + " is not within 0 to 1");
    }
    if (!(repeats >= 0 && repeats <= MOST_REPEATS)) {
      throw new IllegalArgumentException("repeats: " + repeats + " is not within 0 to 0.5");
    }
  }

  /** Customers alike, in order, each event once. */
  public static LoadMix even(int campaigns, int customers) {
    return new LoadMix(campaigns, customers, 0, 0, Duration.ZERO, 0);
  }
}
