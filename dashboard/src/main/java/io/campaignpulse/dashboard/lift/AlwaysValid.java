package io.campaignpulse.dashboard.lift;

/**
 * The asymptotic confidence sequence of Waudby-Smith et al. (arXiv 2103.06476): its intervals hold
 * however often somebody looks and whenever they stop.
 */
public final class AlwaysValid {
  static final double ALPHA = 0.05;

  /** The sample size at which the sequence is tightest. */
  static final double TIGHTEST_AT = 5_000;

  private AlwaysValid() {}

  /** How many standard errors wide to either side, with this many customers in both arms. */
  public static double factor(double customers) {
    var rho = rho(ALPHA, TIGHTEST_AT);
    var spread = customers * rho * rho;
    return Math.sqrt(customers)
        * Math.sqrt(
            2 * (spread + 1) / (customers * spread) * Math.log(Math.sqrt(spread + 1) / ALPHA));
  }

  static double rho(double alpha, double tightestAt) {
    var doubt = -2 * Math.log(alpha);
    return Math.sqrt((doubt + Math.log(doubt + 1)) / tightestAt);
  }
}
