package io.campaignpulse.value.core;

import static java.lang.Math.abs;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.log1p;
import static java.lang.Math.max;
import static org.hipparchus.special.Gamma.logGamma;

/**
 * The BG/NBD model of repeat purchases (Fader, Hardie and Lee, "'Counting Your Customers' the Easy
 * Way: An Alternative to the Pareto/NBD Model", Marketing Science 24, 2005). A customer buys at
 * random times at a rate of their own until, after some purchase, they stop for good. Times are in
 * weeks since the first purchase.
 *
 * <p>A customer's history is x repeat purchases, the last at tx (0 for none), observed until age.
 *
 * @param r shape of the rate over customers: the greater, the more alike they are
 * @param alpha scale of the rate over customers, in weeks
 * @param a with b, shape of the chance over customers to stop after a purchase, a / (a + b) in the
 *     mean
 */
public record BgNbd(double r, double alpha, double a, double b) {
  public BgNbd {
    Checks.positive("r", r);
    Checks.positive("alpha", alpha);
    Checks.positive("a", a);
    Checks.positive("b", b);
  }

  /** Logarithm of the likelihood of one customer's history: the paper's equation 6. */
  public double logLikelihood(int x, double tx, double age) {
    check(x, tx, age);
    return logOfCount(x) + logOfTimes(x, tx, age);
  }

  /** The part of the likelihood that is the same for all who bought as often. */
  double logOfCount(int x) {
    return r * log(alpha)
        + (logGamma(r + x) - logGamma(r))
        + (logGamma(a + b) - logGamma(a + b + x))
        + (logGamma(b + x) - logGamma(b));
  }

  double logOfTimes(int x, double tx, double age) {
    double alive = -(r + x) * log(alpha + age);
    if (x == 0) {
      return alive;
    }
    double odds = logOddsOfHavingStopped(x, tx, age);
    return alive + max(odds, 0) + log1p(exp(-abs(odds)));
  }

  /** Probability that a customer has not stopped for good; 1 before any repeat purchase. */
  public double probabilityAlive(int x, double tx, double age) {
    check(x, tx, age);
    return x == 0 ? 1 : 1 / (1 + exp(logOddsOfHavingStopped(x, tx, age)));
  }

  private double logOddsOfHavingStopped(int x, double tx, double age) {
    return log(a / (b + x - 1)) + (r + x) * log((alpha + age) / (alpha + tx));
  }

  /** Purchases expected over a horizon from now on, in weeks: the paper's equation 10. */
  public double expectedPurchases(double horizon, int x, double tx, double age) {
    Checks.notNegative("horizon", horizon);
    return probabilityAlive(x, tx, age)
        * new WhileAlive(r + x, horizon / (alpha + age), a, b + x).expectedPurchases();
  }

  private static void check(int x, double tx, double age) {
    Checks.that(x >= 0, "x", x, "is negative");
    Checks.notNegative("tx", tx);
    Checks.notNegative("age", age);
    Checks.that(tx <= age, "tx", tx, "is beyond age");
  }
}
