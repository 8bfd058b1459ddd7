package io.campaignpulse.routing.core;

import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.routing.QueueRules;
import io.campaignpulse.events.views.RoutingDecision;
import java.util.function.Predicate;

/** The rules by which waiting calls are ranked and sent to queues. */
public record Routing(RoutingRules rules) {
  private static final double BEST = 100;

  /** Of fewer calls chance alone would say that there is overload. */
  private static final int LEAST_CALLS = 20;

  /** Rates are tenths, so that they read well. */
  private static final double TENTHS = 10;

  /** Priority that a call of this score gains in a second of waiting. */
  double rate(double score) {
    var least = rules.getLeastRate();
    var rate = least + (rules.getMostRate() - least) * score / BEST;
    return Math.max(1 / TENTHS, Math.round(rate * TENTHS) / TENTHS);
  }

  /**
   * The queue that should take a call: where no rule fits, the one in which it waits.
   *
   * @param active whether an agent answers calls
   */
  String queue(RoutingDecision asked, Predicate<String> active) {
    return QueueRules.queue(rules, asked, active);
  }

  /** Over how long calls are counted. */
  long windowMillis() {
    return rules.getWindowSeconds() * 1_000L;
  }

  /**
   * Whether a queue is overloaded: more calls come than are answered.
   *
   * @param before whether it was
   */
  boolean overloaded(boolean before, long queued, long answered) {
    var above = before ? rules.getOverloadBelow() : rules.getOverloadAbove();
    return queued >= LEAST_CALLS && queued >= above * answered;
  }
}
