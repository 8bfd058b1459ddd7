package io.campaignpulse.simulators.callcentre;

import io.campaignpulse.events.routing.QueueRank;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Which of the waiting calls is answered next: one of the highest level; of these, the one whose
 * seconds waited · rate + credit are greatest; of these, the one that waited longest. It knows no
 * clock and keeps nothing.
 *
 * @param tiers the ranks by tier, from tier 0
 */
public record QueueDiscipline(List<QueueRank> tiers) {

  public QueueDiscipline {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("a discipline needs at least one tier");
    }
  }

  /** Whoever waited longest, whatever their tier. */
  public static QueueDiscipline firstCome(int tiers) {
    return new QueueDiscipline(Collections.nCopies(tiers, new QueueRank(0, 1, 0)));
  }

  /** Accumulating priority: a tier's rate b times the seconds waited. */
  public static QueueDiscipline accumulating(List<Double> rates) {
    return new QueueDiscipline(rates.stream().map(rate -> new QueueRank(0, rate, 0)).toList());
  }

  /** Tier 0 before tier 1 before tier 2; within a tier whoever waited longest. */
  public static QueueDiscipline strict(int tiers) {
    var rules = new QueueRank[tiers];
    for (int tier = 0; tier < tiers; tier++) {
      rules[tier] = new QueueRank(tiers - tier, 1, 0);
    }
    return new QueueDiscipline(List.of(rules));
  }

  /** By time in queue, each tier as if it had come so many seconds earlier. */
  public static QueueDiscipline credited(List<Double> seconds) {
    return new QueueDiscipline(
        seconds.stream().map(credit -> new QueueRank(0, 1, credit)).toList());
  }

  /** The call to answer next, or none if none waits; among equals the first of those given. */
  public <C> Optional<C> next(
      Iterable<? extends C> waiting,
      ToIntFunction<? super C> tier,
      ToDoubleFunction<? super C> secondsWaited) {
    C best = null;
    for (var call : waiting) {
      if (best == null
          || goesBefore(
              tier.applyAsInt(call),
              secondsWaited.applyAsDouble(call),
              tier.applyAsInt(best),
              secondsWaited.applyAsDouble(best))) {
        best = call;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean goesBefore(int tier, double waited, int otherTier, double otherWaited) {
    return QueueRank.compare(tiers.get(tier), waited, tiers.get(otherTier), otherWaited) < 0;
  }
}
