package io.campaignpulse.dashboard.lift;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether customers were assigned to the variants in the planned proportions, by Pearson's
 * chi-square test. A mismatch means that something else than the draw decides who is in which
 * group, so that a difference between the groups says nothing of the campaign.
 *
 * @param planned the share of each variant, 1 together
 * @param observed how many customers each variant has, those not planned for included if the plan
 *     was for all
 * @param chiSquare infinite if a variant has customers that was to have none
 */
public record SampleRatio(
    Map<String, Double> planned,
    Map<String, Long> observed,
    double chiSquare,
    int degreesOfFreedom,
    double pValue) {
  /** Rarer than this by chance alone, and the groups are not what they were meant to be. */
  static final double ALARMING = 0.001;

  /** Shares within this of one are a plan for all customers. */
  private static final double ROUNDING = 1e-9;

  /**
   * Empty if there is nothing to tell: fewer than two variants planned, or nobody assigned.
   *
   * @param shares of each planned variant; proportions among these if they are not 1 together
   * @param assigned customers by variant
   */
  public static Optional<SampleRatio> of(Map<String, Double> shares, Map<String, Long> assigned) {
    var whole = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    var observed = new TreeMap<String, Long>();
    shares.keySet().forEach(variant -> observed.put(variant, 0L));
    observed.putAll(counted(assigned, shares, Math.abs(whole - 1) <= ROUNDING));
    var customers = observed.values().stream().mapToLong(Long::longValue).sum();
    if (shares.size() < 2 || customers == 0) {
      return Optional.empty();
    }
    var planned = new TreeMap<String, Double>();
    shares.forEach((variant, share) -> planned.put(variant, share / whole));
    return Optional.of(test(planned, observed, customers));
  }

  private static Map<String, Long> counted(
      Map<String, Long> assigned, Map<String, Double> shares, boolean all) {
    var counted = new HashMap<>(assigned);
    counted.values().removeIf(customers -> customers == 0);
    if (!all) {
      counted.keySet().retainAll(shares.keySet());
    }
    return counted;
  }

  private static SampleRatio test(
      Map<String, Double> planned, Map<String, Long> observed, long customers) {
    var chiSquare = 0.0;
    for (var variant : observed.keySet()) {
      var expected = planned.getOrDefault(variant, 0.0) * customers;
      chiSquare += Math.pow(observed.get(variant) - expected, 2) / expected;
    }
    var degrees = planned.size() - 1;
    var pValue =
        Double.isInfinite(chiSquare)
            ? 0
            : ChiSquaredDistribution.of(degrees).survivalProbability(chiSquare);
    return new SampleRatio(planned, observed, chiSquare, degrees, pValue);
  }

  public boolean warning() {
    return pValue < ALARMING;
  }
}
