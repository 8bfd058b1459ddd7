package io.campaignpulse.simulators.callcentre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.simulators.callcentre.RoutingTrial.Side;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RoutingTrialTest {
  private static final Steps AGENTS = SampleCentre.agents(10);
  private static final Routing FIRST_COME = Routing.always(QueueDiscipline.firstCome(3));
  private static final QueueDiscipline ACCUMULATING =
      QueueDiscipline.accumulating(SampleCentre.RATES);

  @Test
  void theSampleBringsTheWorkItIsAskedFor() {
    var calls = SampleCentre.demand(AGENTS, 1.1);

    assertThat(calls.expected() * SampleCentre.HANDLING / AGENTS.total())
        .isCloseTo(1.1, within(1e-9));
    var day = calls.calls(3);
    assertThat(day.stream().mapToDouble(Call::service).average().orElseThrow())
        .isCloseTo(SampleCentre.HANDLING, within(15.0));
  }

  @Test
  void bothSidesHaveTheSameCallers() {
    var trial = trial(1, 3);

    for (int tier = 0; tier < 3; tier++) {
      assertThat(trial.tier(Side.ON, tier).counts().offered())
          .isEqualTo(trial.tier(Side.OFF, tier).counts().offered());
    }
    assertThat(trial.all(Side.ON).counts().offered())
        .isEqualTo(trial.all(Side.OFF).counts().offered());
  }

  @Test
  void routingShortensTheWaitOfTheBestAndEarnsMore() {
    var trial = trial(1, 20);

    var wait = trial.difference(0, CallFigures::asa);
    assertThat(wait.mean().orElseThrow() + wait.within().orElseThrow()).isNegative();
    var revenue = trial.differenceInAll(day -> OptionalDouble.of(day.revenue()));
    assertThat(revenue.mean().orElseThrow() - revenue.within().orElseThrow()).isPositive();
    assertThat(revenue.byDay()).hasSize(20);
    assertThat(revenue.mean().orElseThrow() * 20)
        .isCloseTo(
            trial.all(Side.ON).revenue() - (double) trial.all(Side.OFF).revenue(), within(1e-3));
  }

  @Test
  void aRoutingThatChangesNothingShowsNoDifference() {
    var trial =
        RoutingTrial.of(
            SampleCentre.demand(AGENTS, 1), AGENTS, () -> FIRST_COME, FIRST_COME, 20, 1, 3);

    assertThat(trial.differenceInAll(CallFigures::meanWait).byDay()).containsOnly(0.0);
  }

  private static RoutingTrial trial(double load, int days) {
    var rule = new OverloadRule(1.1, 1, 900, SampleCentre.HANDLING);
    return RoutingTrial.of(
        SampleCentre.demand(AGENTS, load),
        AGENTS,
        () -> new OverloadSwitch(rule, ACCUMULATING, QueueDiscipline.strict(3)),
        FIRST_COME,
        20,
        1,
        days);
  }
}
