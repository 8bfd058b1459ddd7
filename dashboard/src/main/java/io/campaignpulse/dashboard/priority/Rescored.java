package io.campaignpulse.dashboard.priority;

import io.campaignpulse.dashboard.ports.CustomerStore.Common;
import io.campaignpulse.dashboard.ports.CustomerStore.Known;
import io.campaignpulse.events.avro.PriorityWeights;
import java.time.Instant;

/** Scores under the weights in use and under others, all else being the same. */
record Rescored(Common inUse, Common proposed) {

  static Rescored of(Common inUse, PriorityWeights weights) {
    return new Rescored(
        inUse,
        new Common(
            weights,
            inUse.ranks(),
            inUse.arrivals(),
            inUse.rules(),
            inUse.agents(),
            inUse.offers()));
  }

  /** A score with the weights in use, and with the others. */
  record Scores(double before, double after) {
    double change() {
      return after - before;
    }
  }

  /**
   * The scores at a moment.
   *
   * @param customerId null for one who is known by nothing but an identity
   * @param known null if nothing is
   */
  Scores at(Instant moment, String customerId, Known known) {
    return new Scores(
        score(inUse, moment, customerId, known), score(proposed, moment, customerId, known));
  }

  private static double score(Common common, Instant moment, String customerId, Known known) {
    var facts = known == null ? Known.NOTHING : known;
    var priority =
        customerId == null
            ? Priority.ofIdentity(facts, common, moment)
            : Priority.of(customerId, facts, common, moment);
    return priority.score().score();
  }
}
