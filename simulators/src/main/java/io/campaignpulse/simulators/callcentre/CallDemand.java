package io.campaignpulse.simulators.callcentre;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ExponentialDistribution;

/**
 * Who calls on a day: for each campaign a Poisson process whose rate changes by the hour.
 *
 * @param tiers the most valuable first
 */
public record CallDemand(List<Tier> tiers, List<Stream> streams) {
  private static final ExponentialDistribution GAP = ExponentialDistribution.of(1);

  /**
   * The calls that one campaign brings.
   *
   * @param perSecond the rate of calls over the day
   * @param shares the share of each tier among them, adding up to 1
   */
  public record Stream(String campaign, Steps perSecond, List<Double> shares) {
    public Stream {
      shares = List.copyOf(shares);
      var sum = shares.stream().mapToDouble(Double::doubleValue).sum();
      if (Math.abs(sum - 1) > 1e-9 || shares.stream().anyMatch(share -> !(share >= 0))) {
        throw new IllegalArgumentException(campaign + ": shares must add up to 1: " + shares);
      }
    }
  }

  public CallDemand {
    tiers = List.copyOf(tiers);
    streams = List.copyOf(streams);
    for (var stream : streams) {
      if (stream.shares.size() != tiers.size()) {
        throw new IllegalArgumentException(stream.campaign + ": one share is needed per tier");
      }
    }
  }

  /** The same callers, more or fewer of them. */
  public CallDemand times(double factor) {
    return new CallDemand(
        tiers,
        streams.stream()
            .map(s -> new Stream(s.campaign, s.perSecond.times(factor), s.shares))
            .toList());
  }

  /** How many calls come on an average day. */
  public double expected() {
    return streams.stream().mapToDouble(stream -> stream.perSecond.total()).sum();
  }

  /** The calls of one day in the order of arrival; each seed is another day. */
  public List<Call> calls(long seed) {
    var chance = new SplittableRandom(seed);
    var calls = new ArrayList<Call>();
    for (var stream : streams) {
      add(stream, chance.split(), calls);
    }
    calls.sort(Comparator.comparingDouble(Call::arrived));
    return calls;
  }

  /** Within a step gaps are exponential, and at its end they may begin anew: they don't age. */
  private void add(Stream stream, SplittableRandom chance, List<Call> calls) {
    var steps = stream.perSecond;
    for (int step = 0; step < steps.values().size(); step++) {
      var rate = steps.values().get(step);
      var end = (step + 1) * steps.seconds();
      for (var time = step * steps.seconds() + gap(rate, chance);
          time < end;
          time += gap(rate, chance)) {
        var tier = tier(stream.shares, chance.nextDouble());
        calls.add(tiers.get(tier).call(time, tier, stream.campaign, chance));
      }
    }
  }

  private static double gap(double rate, SplittableRandom chance) {
    return GAP.inverseCumulativeProbability(chance.nextDouble()) / rate;
  }

  private static int tier(List<Double> shares, double u) {
    var tier = 0;
    for (var left = u - shares.get(0); left >= 0 && tier < shares.size() - 1; ) {
      left -= shares.get(++tier);
    }
    return tier;
  }
}
