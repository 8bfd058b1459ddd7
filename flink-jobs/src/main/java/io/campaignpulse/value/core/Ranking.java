package io.campaignpulse.value.core;

import io.campaignpulse.events.views.ValueRanks;

/**
 * Where the tiers begin. A border that still parts its share well enough stays where it is: borders
 * that moved with every purchase would make customers near them change tiers all the time.
 */
public final class Ranking {
  private static final double SHARE_A = 0.05;
  private static final double SHARE_A_AND_B = 0.20;

  /** How far a share may be off before its border moves. */
  private static final double SLACK_A = 0.001;

  private static final double SLACK_A_AND_B = 0.002;

  /** Where nobody has bought, the first who do wait for their tier. */
  private static final double BEYOND_ALL = Double.MAX_VALUE;

  private static final int STEPS = 1000;

  private Ranking() {}

  /**
   * The ranks of now.
   *
   * @param before those until now; null for none
   * @param asOf epoch milliseconds
   * @param customers all that are known by an id
   * @param buyers the worth of those who have bought
   */
  public static ValueRanks of(ValueRanks before, long asOf, long customers, WorthSketch buyers) {
    var all = Math.max(customers, buyers.size());
    var a = before == null ? null : before.tierA();
    var b = before == null ? null : before.tierB();
    return new ValueRanks(
        asOf,
        all,
        buyers.size(),
        border(a, SHARE_A, SLACK_A, all, buyers),
        border(b, SHARE_A_AND_B, SLACK_A_AND_B, all, buyers),
        buyers.quantiles(STEPS));
  }

  private static double border(
      Double before, double share, double slack, long customers, WorthSketch buyers) {
    if (buyers.size() == 0) {
      return BEYOND_ALL;
    }
    double wanted = Math.min(1, share * customers / buyers.size());
    double most = slack * customers / buyers.size();
    return before != null && Math.abs(buyers.shareFrom(before) - wanted) <= most
        ? before
        : buyers.leastOfBest(wanted);
  }
}
