package io.campaignpulse.events;

import io.campaignpulse.events.avro.PriorityWeights;

/** The checks of the weights of priority. */
final class Weights {
  private static final double MOST = 100;

  private Weights() {}

  static void check(Problems problems, PriorityWeights weights) {
    var sum = 0.0;
    for (var field : weights.getSchema().getFields()) {
      if (weights.get(field.pos()) instanceof Double points) {
        problems.require(
            points >= 0 && points <= MOST, field.name(), points + " is not within 0 to 100");
        sum += points;
      }
    }
    problems.require(
        sum - weights.getUnknownCaller() <= MOST,
        "value",
        "and the weights beside it add up to more than 100");
    problems.require(
        sum - weights.getValue() <= MOST,
        "unknownCaller",
        "and the weights beside it, but value, add up to more than 100");
  }
}
