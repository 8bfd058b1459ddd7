package io.campaignpulse.simulators.callcentre;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * The same days twice, once with routing and once without: arrivals, patience, service and wishes
 * to buy are the same calls, so that a difference is due to the order of answering alone.
 */
public final class RoutingTrial {
  private final double threshold;
  private final List<Day> days;

  private record Day(List<Outcome> on, List<Outcome> off) {}

  private RoutingTrial(double threshold, List<Day> days) {
    this.threshold = threshold;
    this.days = days;
  }

  /** Either side of the trial. */
  public enum Side {
    ON,
    OFF
  }

  /**
   * @param threshold seconds of the service level
   * @param seed of the first day; each day has its own
   * @param on anew for each day, as it may remember
   */
  public static RoutingTrial of(
      CallDemand demand,
      Steps agents,
      Supplier<? extends Routing> on,
      Routing off,
      double threshold,
      long seed,
      int days) {
    return new RoutingTrial(
        threshold,
        LongStream.range(seed, seed + days)
            .mapToObj(demand::calls)
            .map(
                calls ->
                    new Day(
                        CallCentre.run(calls, agents, on.get()),
                        CallCentre.run(calls, agents, off)))
            .toList());
  }

  /** The figures of all days together. */
  public CallFigures all(Side side) {
    return CallFigures.of(days.stream().flatMap(day -> of(day, side).stream()).toList(), threshold);
  }

  /** The figures of one tier on all days. */
  public CallFigures tier(Side side, int tier) {
    return CallFigures.of(
        days.stream().flatMap(day -> of(day, side).stream()).toList(), threshold, tier);
  }

  /** On less off, over days; empty if no day has the figure on both sides. */
  public Difference differenceInAll(Function<CallFigures, OptionalDouble> figure) {
    return difference(day -> CallFigures.of(day, threshold), figure);
  }

  /** The same for one tier. */
  public Difference difference(int tier, Function<CallFigures, OptionalDouble> figure) {
    return difference(day -> CallFigures.of(day, threshold, tier), figure);
  }

  /** A difference between the sides, and how many days had no such figure. */
  public record Difference(List<Double> byDay, int daysWithout) {
    public OptionalDouble mean() {
      return byDay.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(estimate().mean());
    }

    /** Half the width of the 95 % interval of the mean, or empty with fewer than two days. */
    public OptionalDouble within() {
      return byDay.isEmpty() ? OptionalDouble.empty() : estimate().within();
    }

    private Estimate estimate() {
      return Estimate.of(byDay);
    }
  }

  private Difference difference(
      Function<List<Outcome>, CallFigures> figures, Function<CallFigures, OptionalDouble> figure) {
    var byDay = new ArrayList<Double>();
    for (var day : days) {
      var on = figure.apply(figures.apply(day.on));
      var off = figure.apply(figures.apply(day.off));
      if (on.isPresent() && off.isPresent()) {
        byDay.add(on.getAsDouble() - off.getAsDouble());
      }
    }
    return new Difference(byDay, days.size() - byDay.size());
  }

  private static List<Outcome> of(Day day, Side side) {
    return side == Side.ON ? day.on : day.off;
  }
}
