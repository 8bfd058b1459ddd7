package io.campaignpulse.routing.core;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long the calls that were answered last had waited, by tier: what a call that comes now can
 * expect. This is the delay of the last to enter service (Ibrahim and Whitt, Real-time delay
 * estimation based on delay history, 2009), smoothed over a few calls.
 */
public final class RecentWaits {
  private static final int CALLS = 5;
  private static final double MILLIS = 1_000;

  /**
   * The waits of one tier.
   *
   * @param at when the last of them was answered, in epoch milliseconds
   * @param millis the waits, the last one last
   */
  public record Waits(long at, long[] millis) {
    private Waits and(long answeredAt, long wait) {
      var from = Math.max(0, millis.length + 1 - CALLS);
      var kept = Arrays.copyOfRange(millis, from, millis.length + 1);
      kept[kept.length - 1] = wait;
      return new Waits(Math.max(at, answeredAt), kept);
    }

    private double seconds() {
      return Math.round(Arrays.stream(millis).average().orElse(0)) / MILLIS;
    }
  }

  private final Map<String, Waits> byTier;

  RecentWaits(Map<String, Waits> byTier) {
    this.byTier = new TreeMap<>(byTier);
  }

  /** The waits by tier, for keeping. */
  Map<String, Waits> byTier() {
    return Map.copyOf(byTier);
  }

  /**
   * A call was answered. Where nobody of its tier was since, how long the others had waited says
   * nothing any more.
   */
  void answered(String tier, long at, long waitMillis, long since) {
    var before = byTier.get(tier);
    var kept = before == null || before.at < since ? new Waits(at, new long[0]) : before;
    byTier.put(tier, kept.and(at, Math.max(0, waitMillis)));
  }

  /**
   * Mean seconds by tier, in whole milliseconds; without tiers of which no call was answered since.
   */
  Map<String, Double> expected(long since) {
    var expected = new TreeMap<String, Double>();
    byTier.forEach(
        (tier, waits) -> {
          if (waits.at >= since) {
            expected.put(tier, waits.seconds());
          }
        });
    return expected;
  }
}
