package io.campaignpulse.events;

import io.campaignpulse.events.avro.RoutingRules;
import java.util.List;

/** The checks of the rules of routing. */
final class Rules {
  private static final double HIGHEST_RATE = 1_000;
  private static final int LONGEST_WINDOW_SECONDS = 86_400;
  private static final List<String> TIERS = List.of("A", "B", "C");

  private Rules() {}

  static void check(Problems problems, RoutingRules rules) {
    problems.require(
        rules.getLeastRate() > 0 && rules.getLeastRate() <= HIGHEST_RATE,
        "leastRate",
        "is not within 0 to " + HIGHEST_RATE + ", 0 not included");
    problems.require(
        rules.getMostRate() >= rules.getLeastRate() && rules.getMostRate() <= HIGHEST_RATE,
        "mostRate",
        "is not within leastRate to " + HIGHEST_RATE);
    problems.require(
        rules.getOverloadBelow() >= 1 && Double.isFinite(rules.getOverloadBelow()),
        "overloadBelow",
        "must be at least 1: every call that is answered has come");
    problems.require(
        rules.getOverloadAbove() >= rules.getOverloadBelow()
            && Double.isFinite(rules.getOverloadAbove()),
        "overloadAbove",
        "must not be below overloadBelow");
    problems.require(
        rules.getWindowSeconds() > 0 && rules.getWindowSeconds() <= LONGEST_WINDOW_SECONDS,
        "windowSeconds",
        "is not within 1 to " + LONGEST_WINDOW_SECONDS);
    for (int i = 0; i < rules.getQueues().size(); i++) {
      var rule = rules.getQueues().get(i);
      var path = "queues[" + i + "]";
      problems.require(!rule.getQueue().isBlank(), path + ".queue", "is empty");
      problems.require(
          TIERS.containsAll(rule.getTiers()),
          path + ".tiers",
          "names a tier that is none of A, B, C");
    }
  }
}
