package io.campaignpulse.events;

import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.routing.PersonalQueue;
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
    if (agents.size() > MOST_AGENTS) {
      problems.add(path, "names more than " + MOST_AGENTS + " agents");
      return;
    }
    for (int i = 0; i < agents.size(); i++) {
      lastAgent(problems, path + "[" + i + "]", agents.get(i));
    }
  }

  private static void lastAgent(Problems problems, String path, String id) {
    if (id.isBlank()) {
      problems.add(path, "is empty");
    } else if (problems.requireShort(path, id)) {
      problems.require(
          !isBlank(id.charAt(0)) && !isBlank(id.charAt(id.length() - 1)),
          path,
          "begins or ends with a blank");
      problems.require(
          id.indexOf(',') < 0 && id.indexOf(';') < 0,
          path,
          "has a comma or a semicolon, which stand between ids where people type them");
    }
  }

  /** Hard ones, too. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
