package io.campaignpulse.simulators.callcentre;

import java.util.Collection;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean over independent replications, with its uncertainty.
 *
 * @param error its standard error, or empty with fewer than two replications
 */
public record Estimate(int replications, double mean, OptionalDouble error) {
  private static final double UPPER = 0.975;

  public static Estimate of(Collection<Double> values) {
    var n = values.size();
    if (n == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    var mean = values.stream().mapToDouble(Double::doubleValue).sum() / n;
    if (n == 1) {
      return new Estimate(n, mean, OptionalDouble.empty());
    }
    var squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return new Estimate(n, mean, OptionalDouble.of(Math.sqrt(squares / (n - 1) / n)));
  }

  /** Half the width of Student's 95 % interval. */
  public OptionalDouble within() {
    return error.isEmpty()
        ? error
        : OptionalDouble.of(
            error.getAsDouble()
                * TDistribution.of(replications - 1).inverseCumulativeProbability(UPPER));
  }
}
