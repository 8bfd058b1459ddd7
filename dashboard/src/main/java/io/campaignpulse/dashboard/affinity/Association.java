package io.campaignpulse.dashboard.affinity;

import java.util.OptionalDouble;

/**
 * How two things go together in baskets.
 *
 * @param together baskets that hold both
 * @param one baskets that hold the first, with the other or without
 * @param other baskets that hold the other
 * @param total all baskets
 */
public record Association(long together, long one, long other, long total) {

  /** The share of all baskets that hold both; empty while there is no basket. */
  public OptionalDouble support() {
    return ratio(together, total);
  }

  /** The share of the first one's baskets that hold the other, too. */
  public OptionalDouble confidence() {
    return ratio(together, one);
  }

  /** How many times as often they are together as they would be by chance. */
  public OptionalDouble lift() {
    return one == 0 || other == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) together / one * ((double) total / other));
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
