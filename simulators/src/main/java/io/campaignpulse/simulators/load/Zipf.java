package io.campaignpulse.simulators.load;

import java.util.SplittableRandom;

/**
 * Numbers from 0, of which the k-th is drawn in proportion to 1 / (k + 1)^exponent. Rejection
 * inversion after Hörmann and Derflinger: time and memory don't grow with the size.
 */
final class Zipf {
  private final int size;
  private final double exponent;
  private final double low;
  private final double high;
  private final double shortcut;

  Zipf(int size, double exponent) {
    this.size = size;
    this.exponent = exponent;
    this.low = integral(1.5) - 1;
    this.high = integral(size + 0.5);
    this.shortcut = 2 - inverse(integral(2.5) - weight(2));
  }

  int draw(SplittableRandom random) {
    if (exponent == 0) {
      return random.nextInt(size);
    }
    while (true) {
      var u = high + random.nextDouble() * (low - high);
      var x = inverse(u);
      var k = Math.max(1, Math.min(size, Math.round(x)));
      if (k - x <= shortcut || u >= integral(k + 0.5) - weight(k)) {
        return (int) k - 1;
      }
    }
  }

  private double weight(double x) {
    return Math.exp(-exponent * Math.log(x));
  }

  /** The integral of the weight; where the exponent is 1 it is the logarithm. */
  private double integral(double x) {
    var log = Math.log(x);
    return log * growth((1 - exponent) * log);
  }

  private double inverse(double area) {
    var t = Math.max(-1, area * (1 - exponent));
    return Math.exp(area * (Math.abs(t) > 1e-8 ? Math.log1p(t) / t : 1 - t / 2));
  }

  /** (exp(x) - 1) / x, also where x is 0. */
  private static double growth(double x) {
    return Math.abs(x) > 1e-8 ? Math.expm1(x) / x : 1 + x / 2;
  }
}
