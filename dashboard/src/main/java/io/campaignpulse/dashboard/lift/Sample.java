package io.campaignpulse.dashboard.lift;

/** A measure over the customers of one variant: how many, its mean and its variance. */
public record Sample(long size, double mean, double variance) {
  /** A share of the customers. */
  public static Sample ofShare(long part, long size) {
    var p = size == 0 ? Double.NaN : (double) part / size;
    return new Sample(size, p, p * (1 - p));
  }

  /** An amount a head, zeros included, from its sum and its sum of squares. */
  public static Sample ofAmounts(double sum, double sumOfSquares, long size) {
    var mean = size == 0 ? Double.NaN : sum / size;
    var variance =
        size < 2 ? Double.NaN : Math.max(0, (sumOfSquares - size * mean * mean) / (size - 1));
    return new Sample(size, mean, variance);
  }

  double squaredError() {
    return variance / size;
  }
}
