package io.campaignpulse.standalone.calls;

import io.campaignpulse.simulators.callcentre.CallDemand;
import io.campaignpulse.simulators.callcentre.OverloadRule;
import io.campaignpulse.simulators.callcentre.OverloadSwitch;
import io.campaignpulse.simulators.callcentre.QueueDiscipline;
import io.campaignpulse.simulators.callcentre.Routing;
import io.campaignpulse.simulators.callcentre.RoutingTrial;
import io.campaignpulse.simulators.callcentre.SampleCentre;
import io.campaignpulse.simulators.callcentre.ServiceLevel;
import io.campaignpulse.simulators.callcentre.Steps;
import java.time.Duration;

/**
 * A trial of routing in the made-up centre.
 *
 * @param days each with its own seed, from {@code seed} on
 * @param agents in the busiest hours
 * @param load work that callers bring over the day, per agent time on duty
 * @param threshold of the service level
 * @param overload when strict priority takes over
 */
public record TrialRequest(
    long seed,
    int days,
    int agents,
    double load,
    Duration threshold,
    ServiceLevel level,
    OverloadRule overload) {
  private static final int MOST_DAYS = 1_000;
  private static final int MOST_AGENTS = 1_000;
  private static final double MOST_LOAD = 5;

  /** More calls than this would not fit in the heap. */
  private static final double MOST_CALLS = 3e6;

  public TrialRequest {
    require(days >= 1 && days <= MOST_DAYS, "--days", days, "1 to " + MOST_DAYS);
    require(agents >= 1 && agents <= MOST_AGENTS, "--agents", agents, "1 to " + MOST_AGENTS);
    require(load > 0 && load <= MOST_LOAD, "--load", load, "above 0, to " + MOST_LOAD);
    require(!threshold.isNegative(), "--threshold", threshold, "PT0S or longer");
    var calls = days * SampleCentre.demand(SampleCentre.agents(agents), load).expected();
    if (calls > MOST_CALLS) {
      throw new IllegalArgumentException(
          "--days, --agents and --load make %,.0f calls; at most %,.0f are simulated"
              .formatted(calls, MOST_CALLS));
    }
  }

  private static void require(boolean holds, String option, Object value, String right) {
    if (!holds) {
      throw new IllegalArgumentException(option + ": " + value + " is not within " + right);
    }
  }

  CallDemand demand() {
    return SampleCentre.demand(staff(), load);
  }

  Steps staff() {
    return SampleCentre.agents(agents);
  }

  double thresholdSeconds() {
    return threshold.toNanos() / 1e9;
  }

  TrialResult run() {
    var tiers = SampleCentre.tiers().size();
    var on = new Switches(this);
    var firstCome = Routing.always(QueueDiscipline.firstCome(tiers));
    var trial =
        RoutingTrial.of(demand(), staff(), on::next, firstCome, thresholdSeconds(), seed, days);
    return new TrialResult(this, trial, on.secondsOverloaded() / (days * staff().end()));
  }

  OverloadSwitch routing() {
    return new OverloadSwitch(
        overload,
        QueueDiscipline.accumulating(SampleCentre.RATES),
        QueueDiscipline.strict(SampleCentre.tiers().size()));
  }
}
