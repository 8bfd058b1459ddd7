package io.campaignpulse.events;

import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.routing.PersonalQueue;
import java.util.Comparator;
import java.util.List;

/** The checks of the rules of routing. */
final class Rules {
  private static final double HIGHEST_RATE = 1_000;
  private static final int LONGEST_WINDOW_SECONDS = 86_400;

  /** They are gone through for each queued call. */
  private static final int MOST_AGENTS = 1_000;

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
          !PersonalQueue.misspelt(rule.getQueue()),
          path + ".queue",
          "has braces that are not those of " + PersonalQueue.AGENT);
      problems.require(
          TIERS.containsAll(rule.getTiers()),
          path + ".tiers",
          "names a tier that is none of A, B, C");
      lastAgents(problems, path + ".lastAgents", rule.getLastAgents());
    }
  }

  private static void lastAgents(Problems problems, String path, List<String> agents) {
    problems.require(
        agents.size() <= MOST_AGENTS, path, "names more than " + MOST_AGENTS + " agents");
    problems.require(
        agents.stream().noneMatch(String::isBlank), path, "names an agent without an id");
    agents.stream()
        .max(Comparator.comparingInt(String::length))
        .ifPresent(longest -> problems.requireShort(path, longest));
  }
}
