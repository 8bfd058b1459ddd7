package io.campaignpulse.simulators.callcentre;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Callers of one value. Distributions are given as quantile functions, so that any can be used: of
 * a library, of data, or one that is never reached.
 *
 * @param patience quantiles of the seconds until a caller hangs up
 * @param service quantiles of the seconds an agent is taken up
 * @param amount quantiles of the amount of a sale, in minor units
 * @param buys chance that a caller who is answered buys
 * @param stillBuys chance that one who would have bought does so in some other way after hanging up
 */
public record Tier(
    String name,
    DoubleUnaryOperator patience,
    DoubleUnaryOperator service,
    DoubleUnaryOperator amount,
    double buys,
    double stillBuys) {
  /** The patience of callers who never hang up. */
  public static final DoubleUnaryOperator ENDLESS = u -> Double.POSITIVE_INFINITY;

  public Tier {
    if (!(buys >= 0 && buys <= 1) || !(stillBuys >= 0 && stillBuys <= 1)) {
      throw new IllegalArgumentException("chances lie within 0 and 1: " + buys + ", " + stillBuys);
    }
  }

  /** Callers of whom sales are of no interest. */
  public static Tier waiting(
      String name, DoubleUnaryOperator patience, DoubleUnaryOperator service) {
    return new Tier(name, patience, service, u -> 0, 0, 0);
  }

  Call call(double arrived, int tier, String campaign, SplittableRandom chance) {
    var waits = patience.applyAsDouble(chance.nextDouble());
    var takes = service.applyAsDouble(chance.nextDouble());
    var would = chance.nextDouble() < buys;
    var still = chance.nextDouble() < stillBuys;
    var worth = Math.round(amount.applyAsDouble(chance.nextDouble()));
    return new Call(
        arrived, tier, campaign, waits, takes, would ? worth : 0, would && still ? worth : 0);
  }
}
