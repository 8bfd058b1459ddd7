package io.campaignpulse.value.core;

import static java.lang.Math.log;
import static org.hipparchus.special.Gamma.logGamma;

/**
 * The Gamma-Gamma model of spend (Fader and Hardie, "The Gamma-Gamma Model of Monetary Value",
 * 2013): what a customer spends on a purchase day is gamma distributed about that customer's mean,
 * which varies between customers. Spend is in major units of currency.
 *
 * @param p shape of one customer's spend: the greater, the more alike the purchases
 * @param q shape of its rate over customers: the greater, the more alike the customers. Above 1,
 *     since otherwise the mean over customers is infinite and nothing can be expected of a customer
 *     without repeat purchases.
 * @param v scale of that rate, in units of currency
 */
public record GammaGamma(double p, double q, double v) {
  public GammaGamma {
    Checks.positive("p", p);
    Checks.positive("q", q);
    Checks.that(q > 1, "q", q, "leaves spend without a mean");
    Checks.positive("v", v);
  }

  /** Logarithm of the density of a mean over x > 0 repeat purchase days. */
  public double logLikelihood(int x, double mean) {
    Checks.that(x > 0, "x", x, "is not positive");
    Checks.positive("mean", mean);
    return logOfCount(x) + (p * x - 1) * log(mean) + logOfMean(x, mean);
  }

  /** The part of the likelihood that is the same for all who bought as often. */
  double logOfCount(int x) {
    double shape = p * x;
    return logGamma(shape + q) - logGamma(shape) - logGamma(q) + q * log(v) + shape * log(x);
  }

  double logOfMean(int x, double mean) {
    return -(p * x + q) * log(v + x * mean);
  }

  /**
   * The customer's own mean spend as far as it is known by now: the mean of x repeat purchase days,
   * drawn towards the mean of all customers the more, the fewer they are.
   *
   * @param mean over the repeat purchase days; any for x = 0, where it is of no account
   */
  public double expectedMean(int x, double mean) {
    return p * (v + x * mean) / (p * x + q - 1);
  }
}
