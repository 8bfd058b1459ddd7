package io.campaignpulse.simulators.callcentre;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;

/**
 * The made-up centre of the trial, open from 8 to 20 o'clock. Every number here is an assumption
 * but two: the mean service time is that of a bank's log of August 1999, and the mean patience is
 * one that the textbooks reckon with. Patience is the same for all tiers, so that nothing is won by
 * assuming that the valuable are the hasty.
 */
public final class SampleCentre {
  /** The hour at which the day begins. */
  public static final int OPENS = 8;

  public static final double HANDLING = 184;

  /** b by tier: how fast priority grows with the wait. */
  public static final List<Double> RATES = List.of(4.0, 2.0, 1.0);

  private static final double HOUR = 3600;
  private static final double PATIENCE = 120;

  /** Standard deviation of handling and of amounts, as a multiple of their mean. */
  private static final double SPREAD = 1.2;

  private static final double STILL_BUYS = 0.25;

  private static final List<Double> STAFF_BY_HOUR =
      List.of(.5, .8, 1.0, 1.0, 1.0, .9, .9, .9, .9, .8, .6, .5);

  /** Calls to the general line, in proportion to each other. */
  private static final List<Double> SERVICE_BY_HOUR =
      List.of(4.0, 6.0, 7.0, 7.0, 6.0, 6.0, 7.0, 7.0, 7.0, 7.0, 5.0, 4.0);

  /** A mailing that reaches people at ten: most of them call at once. */
  private static final List<Double> CAMPAIGN_BY_HOUR =
      List.of(0.0, 0.0, 6.0, 5.0, 3.0, 2.0, 1.0, 1.0, 0.5, 0.5, 0.0, 0.0);

  private SampleCentre() {}

  public static List<Tier> tiers() {
    return List.of(tier("A", 25_000, .30), tier("B", 12_000, .15), tier("C", 6_000, .06));
  }

  private static Tier tier(String name, double meanAmount, double buys) {
    return new Tier(
        name,
        ExponentialDistribution.of(PATIENCE)::inverseCumulativeProbability,
        logNormal(HANDLING),
        logNormal(meanAmount),
        buys,
        STILL_BUYS);
  }

  /**
   * @param most agents in the busiest hours
   */
  public static Steps agents(int most) {
    var hours = new ArrayList<Double>();
    STAFF_BY_HOUR.forEach(share -> hours.add(Math.ceil(share * most)));
    return new Steps(HOUR, hours);
  }

  /**
   * @param load work that callers bring over the day, per agent time on duty
   */
  public static CallDemand demand(Steps agents, double load) {
    var shape =
        new CallDemand(
            tiers(),
            List.of(
                stream("service", SERVICE_BY_HOUR, List.of(.15, .30, .55)),
                stream("spring-offer", CAMPAIGN_BY_HOUR, List.of(.30, .40, .30))));
    return shape.times(load * agents.total() / (shape.expected() * HANDLING));
  }

  private static CallDemand.Stream stream(
      String campaign, List<Double> byHour, List<Double> shares) {
    return new CallDemand.Stream(campaign, new Steps(HOUR, byHour), shares);
  }

  private static DoubleUnaryOperator logNormal(double mean) {
    var variance = Math.log1p(SPREAD * SPREAD);
    return LogNormalDistribution.of(Math.log(mean) - variance / 2, Math.sqrt(variance))
        ::inverseCumulativeProbability;
  }
}
