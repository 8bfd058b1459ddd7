package io.campaignpulse.simulators.callcentre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallCentreTest {
  private static final Routing FIRST_COME = Routing.always(QueueDiscipline.firstCome(2));

  @Test
  void aCallerWaitsForAFreeAgentOrHangsUp() {
    var patient = call(1, 0, 100, 10);
    var hasty = call(2, 0, 3, 10);
    var last = call(3, 0, 100, 10);

    var outcomes =
        CallCentre.run(
            List.of(call(0, 0, 100, 10), patient, hasty, last), Steps.constant(1), FIRST_COME);

    assertThat(outcomes).extracting(Outcome::answered).containsExactly(true, true, false, true);
    assertThat(outcomes).extracting(Outcome::waited).containsExactly(0.0, 9.0, 3.0, 17.0);
  }

  @Test
  void whoHangsUpAsTheAgentBecomesFreeIsNotAnswered() {
    var outcomes =
        CallCentre.run(
            List.of(call(0, 0, 100, 10), call(1, 0, 9, 10)), Steps.constant(1), FIRST_COME);

    assertThat(outcomes.get(1).answered()).isFalse();
  }

  @Test
  void theNextShiftAnswersWhoeverWaitsAndTheLastOneFinishesItsCalls() {
    var shifts = new Steps(60, List.of(0.0, 2.0, 1.0));

    var outcomes =
        CallCentre.run(
            List.of(call(1, 0, 200, 100), call(2, 0, 200, 100), call(110, 0, 200, 100)),
            shifts,
            FIRST_COME);

    assertThat(outcomes).extracting(Outcome::waited).containsExactly(59.0, 58.0, 50.0);
  }

  @Test
  void whoNobodyWillAnswerHangsUp() {
    var outcomes = CallCentre.run(List.of(call(0, 0, 7, 1)), Steps.constant(0), FIRST_COME);
    assertThat(outcomes).extracting(Outcome::waited).containsExactly(7.0);

    var stays = List.of(call(0, 0, Double.POSITIVE_INFINITY, 1));
    assertThatIllegalStateException()
        .isThrownBy(() -> CallCentre.run(stays, Steps.constant(0), FIRST_COME));
  }

  @Test
  void refusesCallsOutOfOrder() {
    var calls = List.of(call(5, 0, 7, 1), call(4, 0, 7, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallCentre.run(calls, Steps.constant(1), FIRST_COME));
  }

  @Test
  void salesDependOnTheAnswerAndNothingElse() {
    var sold = new Call(0, 0, "c", 5, 10, 500, 0);
    var lost = new Call(1, 0, "c", 5, 10, 700, 0);
    var still = new Call(2, 1, "c", 5, 10, 900, 900);

    var outcomes = CallCentre.run(List.of(sold, lost, still), Steps.constant(1), FIRST_COME);

    var all = CallFigures.of(outcomes, 20);
    assertThat(all.revenue()).isEqualTo(1400);
    assertThat(all.sales()).isEqualTo(2);
    assertThat(CallFigures.of(outcomes, 20, 1).revenue()).isEqualTo(900);
  }

  @Test
  void figuresNameWhatTheyAreOf() {
    var outcomes =
        List.of(
            new Outcome(call(0, 0, 1, 1), true, 10),
            new Outcome(call(0, 0, 1, 1), true, 50),
            new Outcome(call(0, 0, 1, 1), false, 5),
            new Outcome(call(0, 0, 1, 1), false, 95));

    var all = CallFigures.of(outcomes, 20);

    assertThat(all.asa()).hasValue(30);
    assertThat(all.meanWait()).hasValue(40);
    assertThat(all.abandonment()).hasValue(.5);
    assertThat(all.waitAt(.75)).hasValue(50);
    assertThat(all.waitAt(.9)).hasValue(95);
    assertThat(all.counts()).isEqualTo(new CallCounts(2, 2, 1, 1));
    assertThat(ServiceLevel.OF_OFFERED.of(all.counts())).hasValue(.25);
    assertThat(ServiceLevel.WITHOUT_SHORT_ABANDONS.of(all.counts())).hasValue(1 / 3.0);
    assertThat(ServiceLevel.REMOVED.of(all.counts())).hasValue(.5);
    assertThat(ServiceLevel.OF_ANSWERED.of(all.counts())).hasValue(.5);
    assertThat(CallFigures.of(List.of(), 20).asa()).isEmpty();
  }

  @Test
  void anEstimateKnowsHowUncertainItIs() {
    var estimate = Estimate.of(List.of(1.0, 2.0, 3.0, 4.0));

    assertThat(estimate.mean()).isEqualTo(2.5);
    // Student's 97.5 % quantile with three degrees of freedom is 3.182446.
    assertThat(estimate.within().orElseThrow())
        .isCloseTo(3.182446 * Math.sqrt(5 / 12.0), within(1e-6));
    assertThat(Estimate.of(List.of(1.0)).within()).isEmpty();
  }

  private static Call call(double arrived, int tier, double patience, double service) {
    return new Call(arrived, tier, "c", patience, service, 0, 0);
  }
}
