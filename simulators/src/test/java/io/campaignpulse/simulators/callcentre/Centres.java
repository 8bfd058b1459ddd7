package io.campaignpulse.simulators.callcentre;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.ExponentialDistribution;

/** Centres whose figures are known, and long runs of them. */
final class Centres {
  private Centres() {}

  static DoubleUnaryOperator exponential(double mean) {
    return ExponentialDistribution.of(mean)::inverseCumulativeProbability;
  }

  /** Calls at a rate that stays, for so long a day. */
  static CallDemand steady(double perSecond, double seconds, List<Tier> tiers, List<Double> parts) {
    var steps = new Steps(seconds, List.of(perSecond));
    return new CallDemand(tiers, List.of(new CallDemand.Stream("all", steps, parts)));
  }

  /** A tier of callers who take 180 seconds and wait 120 on average. */
  static Tier impatient(String name) {
    return Tier.waiting(name, exponential(120), exponential(180));
  }

  static List<List<Outcome>> days(
      CallDemand demand, int agents, Supplier<Routing> routing, int days) {
    return LongStream.rangeClosed(1, days)
        .mapToObj(day -> CallCentre.run(demand.calls(day), Steps.constant(agents), routing.get()))
        .toList();
  }

  static Estimate over(List<List<Outcome>> days, ToDoubleFunction<List<Outcome>> figure) {
    var values = new ArrayList<Double>();
    days.forEach(day -> values.add(figure.applyAsDouble(day)));
    return Estimate.of(values);
  }
}
