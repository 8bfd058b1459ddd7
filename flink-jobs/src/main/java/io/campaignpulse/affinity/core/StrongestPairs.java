package io.campaignpulse.affinity.core;

import io.campaignpulse.events.views.Affinity.Pair;
import io.campaignpulse.events.views.Affinity.Strongest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Finds the pairs of the greatest lift, leaving out those that may well be chance. */
public final class StrongestPairs {
  private static final int MOST = 100;
  private static final int LEAST_BASKETS = 5;

  /** How often chance may make one of all pairs look strong. */
  private static final double FALSE_ALARMS = 0.05;

  private final Affinities affinities;
  private final double needed;
  private final PriorityQueue<Rated> best = new PriorityQueue<>(Rated.WEAKEST_FIRST);

  private StrongestPairs(Affinities affinities) {
    this.affinities = affinities;
    // As many pairs are tried as there are, so each needs as much more evidence (Bonferroni).
    this.needed = Math.log(affinities.all().pairs() / FALSE_ALARMS);
  }

  private record Rated(int one, int other, int baskets, double lift) {
    static final Comparator<Rated> WEAKEST_FIRST =
        Comparator.comparingDouble(Rated::lift)
            .thenComparingInt(Rated::baskets)
            .thenComparingInt(Rated::one)
            .thenComparingInt(Rated::other);
  }

  public static Strongest of(Affinities affinities) {
    var pairs = new StrongestPairs(affinities);
    affinities.all().each(pairs::rate);
    return new Strongest(pairs.found());
  }

  private void rate(int one, int other, int baskets) {
    if (baskets < LEAST_BASKETS) {
      return;
    }
    var all = affinities.all();
    double expected = (double) all.of(one) * all.of(other) / all.baskets();
    if (baskets <= expected || evidence(baskets, expected) < needed) {
      return;
    }
    best.add(new Rated(one, other, baskets, baskets / expected));
    if (best.size() > MOST) {
      best.poll();
    }
  }

  /**
   * The negative logarithm of a bound on the probability that chance gives so many baskets
   * (Chernoff bound of a Poisson tail).
   */
  private static double evidence(int baskets, double expected) {
    return baskets * Math.log(baskets / expected) - baskets + expected;
  }

  private List<Pair> found() {
    var strongestFirst = new ArrayList<>(best);
    strongestFirst.sort(Rated.WEAKEST_FIRST.reversed());
    return strongestFirst.stream()
        .map(
            rated ->
                new Pair(
                    affinities.name(rated.one()),
                    affinities.name(rated.other()),
                    rated.baskets(),
                    affinities.recent().of(rated.one(), rated.other())))
        .toList();
  }
}
