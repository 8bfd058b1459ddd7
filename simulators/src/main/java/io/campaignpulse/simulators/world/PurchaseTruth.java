package io.campaignpulse.simulators.world;

/**
 * How the customers who have bought truly buy: the BG/NBD model for when (Fader, Hardie and Lee,
 * 2005) and the Gamma-Gamma model for how much (Fader and Hardie, 2013). Times are in weeks, spend
 * is of one purchase day and in major units of currency.
 *
 * @param r shape of the purchase rate over customers
 * @param alpha scale of that rate, in weeks: it is r / alpha in the mean
 * @param a with b, shape of the chance over customers to stop for good after a repeat purchase: it
 *     is a / (a + b) in the mean
 * @param p shape of one customer's spend
 * @param q shape of the rate of spend over customers
 * @param v scale of that rate, in units of currency: spend is p v / (q - 1) in the mean
 */
public record PurchaseTruth(
    double r, double alpha, double a, double b, double p, double q, double v) {
  public PurchaseTruth {
    require(r > 0, "r", r);
    require(alpha > 0, "alpha", alpha);
    require(a > 0, "a", a);
    require(b > 0, "b", b);
    require(p > 0, "p", p);
    require(q > 1, "q", q);
    require(v > 0, "v", v);
  }

  private static void require(boolean holds, String name, double value) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": " + value + " is out of range");
    }
  }

  /**
   * How one customer buys.
   *
   * @param rate repeat purchases a week until they stop
   * @param stopping how likely they stop for good after a repeat purchase
   * @param spendRate p divided by their mean spend
   */
  record Habits(double rate, double stopping, double spendRate) {}

  /**
   * The habits of a customer whose rank among all is given. Of two rates drawn, the rank decides
   * how likely the greater is theirs: those who rank high buy more often, and since ranks are even
   * over 0 to 1, the rates of all are distributed as if there were no ranks. Spend has to be
   * independent of the rate, which the Gamma-Gamma model assumes, and so of the rank.
   */
  Habits habits(Chance chance, double rank) {
    var one = chance.gamma(r) / alpha;
    var other = chance.gamma(r) / alpha;
    return new Habits(
        chance.holds(rank) ? Math.max(one, other) : Math.min(one, other),
        chance.beta(a, b),
        chance.gamma(q) / v);
  }

  /** What one of their purchase days comes to. */
  double spend(Chance chance, Habits habits) {
    return chance.gamma(p) / habits.spendRate();
  }
}
