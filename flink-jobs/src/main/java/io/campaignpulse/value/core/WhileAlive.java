package io.campaignpulse.value.core;

import static java.lang.Math.exp;
import static java.lang.Math.log1p;
import static java.lang.Math.sqrt;

/**
 * Purchases to come of a customer who has not stopped by now, the BG/NBD model's
 *
 * <pre>(a+b-1)/(a-1) · [1 - (1-z)^shape · 2F1(shape, b; a+b-1; z)], z = horizon / (1 + horizon)
 * </pre>
 *
 * in a form without its two differences, which lose all digits for a near 1 and for short horizons.
 *
 * <p>A customer who never stopped would make n purchases, negative binomial with this shape. The
 * first of them is made for certain, each further one if the customer did not stop after one
 * before. Summed over n this is the formula above: 2F1's own series, summed by parts.
 *
 * @param shape of the customer's rate, given the history
 * @param horizon in units of the scale of the customer's rate, given the history
 * @param a with b, shape of the customer's chance to stop after a purchase, given the history
 */
record WhileAlive(double shape, double horizon, double a, double b) {
  /** Relative error allowed for. */
  private static final double TOLERANCE = 1e-14;

  /** Beyond this many terms the quadrature is faster. */
  private static final double MANY_TERMS = 2_000;

  /** Logarithm of the smallest first term that leaves the series its digits. */
  private static final double SMALLEST = -650;

  double expectedPurchases() {
    if (horizon == 0) {
      return 0;
    }
    double first = -shape * log1p(horizon);
    return first > SMALLEST && terms() < MANY_TERMS
        ? series(exp(first))
        : new StoppingQuadrature(this).expectedPurchases();
  }

  /** Terms of the series until what is left is negligible, roughly: mean, spread and tail. */
  private double terms() {
    double mean = shape * horizon;
    double tail = -Math.log(TOLERANCE);
    return mean + sqrt(2 * tail * mean * (1 + horizon)) + tail * (1 + horizon);
  }

  /**
   * @param none probability of no purchase
   */
  private double series(double none) {
    double z = horizon / (1 + horizon);
    double negligible = TOLERANCE / (1 + horizon);
    double probability = none;
    double notStopped = 1;
    double made = 0;
    double sum = 0;
    for (int n = 0; ; n++) {
      probability *= z * (shape + n) / (n + 1);
      made += notStopped;
      notStopped *= (b + n) / (a + b + n);
      double term = probability * made;
      sum += term;
      if (term <= negligible * sum && restIsNegligible(term, z * (shape + n + 1) / (n + 1), sum)) {
        return sum;
      }
    }
  }

  /** By the geometric series that the further terms stay below. */
  private static boolean restIsNegligible(double term, double ratio, double sum) {
    return ratio < 1 && term * ratio <= TOLERANCE * (1 - ratio) * sum;
  }
}
