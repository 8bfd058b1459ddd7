package io.campaignpulse.dashboard.queues;

import io.campaignpulse.events.routing.QueueMode;
import io.campaignpulse.events.routing.QueueRank;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The order in which waiting calls are answered at a moment.
 *
 * @param mode of the queue now, whichever it was when the calls came
 * @param now event time
 */
public record CallOrder(QueueMode mode, Instant now) {
  private record Ranked(RoutingDecision call, QueueRank rank, double waited) {
    static int compare(Ranked one, Ranked other) {
      return QueueRank.compare(one.rank, one.waited, other.rank, other.waited);
    }
  }

  private static final Comparator<Ranked> FIRST_TO_LAST =
      ((Comparator<Ranked>) Ranked::compare).thenComparing(ranked -> ranked.call.callId());

  /** The order in a queue, of whose state nothing may be known yet. */
  public static CallOrder of(QueueState state, Instant now) {
    return new CallOrder(mode(state), now);
  }

  static QueueMode mode(QueueState state) {
    return state == null || state.mode() == null ? QueueMode.ACCUMULATING : state.mode();
  }

  /** First come those who are answered first. */
  public List<RoutingDecision> sorted(Collection<RoutingDecision> calls) {
    return sorted(calls, RoutingDecision::rate);
  }

  /** The same, had the calls these rates. */
  public List<RoutingDecision> sorted(
      Collection<RoutingDecision> calls, ToDoubleFunction<RoutingDecision> rates) {
    return calls.stream()
        .map(call -> ranked(call, rates.applyAsDouble(call)))
        .sorted(FIRST_TO_LAST)
        .map(Ranked::call)
        .toList();
  }

  private Ranked ranked(RoutingDecision call, double rate) {
    return new Ranked(call, QueueRank.of(mode, call.tier(), rate), waited(call, now));
  }

  /** For how many seconds a call has waited. */
  static double waited(RoutingDecision call, Instant now) {
    return Math.max(0, now.toEpochMilli() - call.queuedAt()) / 1000.0;
  }
}
