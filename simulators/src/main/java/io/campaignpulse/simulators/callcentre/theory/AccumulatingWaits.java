package io.campaignpulse.simulators.callcentre.theory;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean waits under accumulating priority with one agent and patient callers (M/G/1), after
 * Kleinrock's delay-dependent priorities.
 */
public final class AccumulatingWaits {
  private AccumulatingWaits() {}

  /**
   * Callers of one kind.
   *
   * @param perSecond calls a second
   * @param handling mean handling time
   * @param handlingSquared mean of its square; twice the squared mean if it is exponential
   * @param rate b, the priority gained in a second of waiting
   */
  public record Kind(double perSecond, double handling, double handlingSquared, double rate) {
    public static Kind exponential(double perSecond, double handling, double rate) {
      return new Kind(perSecond, handling, 2 * handling * handling, rate);
    }

    double load() {
      return perSecond * handling;
    }
  }

  /** The mean wait of each kind, in the order given. */
  public static double[] of(List<Kind> kinds) {
    var load = kinds.stream().mapToDouble(Kind::load).sum();
    if (!(load < 1)) {
      throw new IllegalArgumentException("one agent can't bear a load of " + load);
    }
    var residual = kinds.stream().mapToDouble(k -> k.perSecond * k.handlingSquared / 2).sum();
    var waits = new double[kinds.size()];
    IntStream.range(0, waits.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> kinds.get(i).rate))
        .forEach(i -> waits[i] = wait(kinds, i, residual / (1 - load), waits));
    return waits;
  }

  /** Needs the waits of kinds of a lower rate. */
  private static double wait(List<Kind> kinds, int of, double firstCome, double[] waits) {
    var rate = kinds.get(of).rate;
    var part = firstCome;
    var whole = 1.0;
    for (int i = 0; i < waits.length; i++) {
      var other = kinds.get(i);
      if (other.rate < rate) {
        part -= other.load() * waits[i] * (1 - other.rate / rate);
      } else {
        whole -= other.load() * (1 - rate / other.rate);
      }
    }
    return part / whole;
  }
}
