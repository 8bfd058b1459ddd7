package io.campaignpulse.dashboard.lift;

/** A measure over the customers of one variant: how many, its mean and its variance. */
public record Sample(long size, double mean, double variance) {
  /** How much of a sum of squares is lost in floating point, at most. */
  private static final double ROUNDING = 1e-9;

  /** A share of the customers. */
  public static Sample ofShare(long part, long size) {
    var p = size == 0 ? Double.NaN : (double) part / size;
    return new Sample(size, p, p * (1 - p));
  }

  /**
   * An amount a head, zeros included, from its sum and its sum of squares. There is no variance
   * where these contradict each other: none of 0 either, which would be certainty.
   */
  public static Sample ofAmounts(double sum, double sumOfSquares, long size) {
    var mean = size == 0 ? Double.NaN : sum / size;
    var least = size * mean * mean;
    var variance =
        size < 2 || sumOfSquares < least * (1 - ROUNDING)
            ? Double.NaN
            : Math.max(0, (sumOfSquares - least) / (size - 1));
    return new Sample(size, mean, variance);
  }

  double squaredError() {
    return variance / size;
  }
}
