package io.campaignpulse.value.core;

import static java.lang.Math.abs;
import static java.lang.Math.exp;
import static java.lang.Math.expm1;
import static java.lang.Math.log;
import static java.lang.Math.log1p;
import static java.lang.Math.min;
import static java.lang.Math.sqrt;

/**
 * {@link WhileAlive} as a mean over p, the chance to stop after a purchase: a customer of whom it
 * is known buys (1 - (1 + horizon·p)^-shape) / p times. It serves where the series is long.
 *
 * <p>The mean is taken by the trapezoidal rule over y = log(p / (1 - p)), where the integrand is
 * analytic about the whole axis, so that the rule converges exponentially (Trefethen and Weideman,
 * SIAM Review 56, 2014).
 */
final class StoppingQuadrature {
  /** Steps that resolve the logistic function, and a normal density of deviation 1. */
  private static final double LOGISTIC_STEP = 0.25;

  private static final double NORMAL_STEP = 0.6;

  /** Below this share of the peak a weight is negligible. */
  private static final double NEGLIGIBLE = 1e-18;

  /** A change by so little is one along a straight line. */
  private static final double LINEAR = 1e-8;

  private final WhileAlive customer;
  private final double step;
  private final double peak;
  private final double logPeak;
  private double weights;
  private double purchases;

  StoppingQuadrature(WhileAlive customer) {
    this.customer = customer;
    this.step = min(LOGISTIC_STEP, NORMAL_STEP * sqrt(1 / customer.a() + 1 / customer.b()));
    this.peak = log(customer.a() / customer.b());
    this.logPeak = logWeight(peak, log1p(exp(-abs(peak))));
  }

  double expectedPurchases() {
    double a = customer.a();
    double b = customer.b();
    double shape = customer.shape();
    double horizon = customer.horizon();
    double slope = a + b + shape + 1;
    side(peak, -step, new End(a, shape * horizon, slope * (1 + horizon)));
    side(peak + step, step, new End(b, purchases(1), slope));
    return purchases / weights;
  }

  /**
   * An end of the axis.
   *
   * @param decay of the weights towards it, per unit of y
   * @param purchases the limit there
   * @param slope how fast both change with the distance of p, relatively, at most
   */
  private record End(double decay, double purchases, double slope) {}

  private void side(double from, double direction, End end) {
    for (double y = from; ; y += direction) {
      double distance = exp(-abs(y));
      double weight = exp(logWeight(y, log1p(distance)) - logPeak);
      double product = weight * purchases((y < 0 ? distance : 1) / (1 + distance));
      weights += weight;
      purchases += product;
      if (weight < NEGLIGIBLE) {
        return;
      }
      if (distance * end.slope < LINEAR && y * direction > 0) {
        double pure = exp(-end.decay * abs(y) - logPeak);
        weights += beyond(end, pure, weight);
        purchases += beyond(end, pure * end.purchases, product);
        return;
      }
    }
  }

  private double logWeight(double y, double log1pDistance) {
    double outward = y < 0 ? customer.a() : customer.b();
    return -outward * abs(y) - (customer.a() + customer.b()) * log1pDistance;
  }

  private double purchases(double p) {
    return -expm1(-customer.shape() * log1p(customer.horizon() * p)) / p;
  }

  /** Sum over all further nodes: a geometric series each for the pure decay and what is left. */
  private double beyond(End end, double pure, double last) {
    return pure / expm1(end.decay * step) + (last - pure) / expm1((end.decay + 1) * step);
  }
}
