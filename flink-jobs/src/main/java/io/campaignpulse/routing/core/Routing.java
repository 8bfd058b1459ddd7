package io.campaignpulse.routing.core;

import io.campaignpulse.events.avro.QueueRule;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.views.RoutingDecision;

/** The rules by which waiting calls are ranked and sent to queues. */
public record Routing(RoutingRules rules) {
  private static final double BEST = 100;

  /** Rates are tenths, so that they read well. */
  private static final double TENTHS = 10;

  /** Priority that a call of this score gains in a second of waiting. */
  double rate(double score) {
    var least = rules.getLeastRate();
    var rate = least + (rules.getMostRate() - least) * score / BEST;
    return Math.max(1 / TENTHS, Math.round(rate * TENTHS) / TENTHS);
  }

  /** The queue that should take a call. */
  String queue(RoutingDecision asked) {
    return rules.getQueues().stream()
        .filter(rule -> fits(rule, asked))
        .map(QueueRule::getQueue)
        .findFirst()
        .orElse(asked.queue());
  }

  private static boolean fits(QueueRule rule, RoutingDecision asked) {
    return (rule.getReasons().isEmpty() || rule.getReasons().contains(asked.callReason()))
        && (rule.getTiers().isEmpty() || rule.getTiers().contains(asked.tier()))
        && (rule.getLanguages().isEmpty() || rule.getLanguages().contains(asked.language()));
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

  /** Of fewer calls chance alone would say that there is overload. */
  private static final int LEAST_CALLS = 20;
}
