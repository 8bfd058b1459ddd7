package io.campaignpulse.simulators.callcentre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.simulators.callcentre.theory.AccumulatingWaits;
import io.campaignpulse.simulators.callcentre.theory.ErlangA;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long runs against what theory says. An estimate must lie within three of its standard errors, and
 * these must be small, else it would agree with anything.
 */
class CallCentreTheoryTest {
  private static final double PER_SECOND = 100 / 1800.0;
  private static final int DAYS = 20;
  private static final double THRESHOLD = 20;

  @Test
  void accumulatingPriorityWaitsAsTheFormulaSays() {
    var truth =
        AccumulatingWaits.of(
            List.of(
                AccumulatingWaits.Kind.exponential(.2, 1, 4),
                AccumulatingWaits.Kind.exponential(.7, 1, 1)));
    var tier = Tier.waiting("any", Tier.ENDLESS, Centres.exponential(1));
    var demand = Centres.steady(.9, 100_000, List.of(tier, tier), List.of(2 / 9.0, 7 / 9.0));
    var discipline = QueueDiscipline.accumulating(List.of(4.0, 1.0));

    var days = Centres.days(demand, 1, () -> Routing.always(discipline), DAYS);

    agrees(Centres.over(days, day -> figures(day, 0).meanWait().orElseThrow()), truth[0], .02);
    agrees(Centres.over(days, day -> figures(day, 1).meanWait().orElseThrow()), truth[1], .02);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 14})
  void callersAbandonAsErlangASays(int agents) {
    var truth = ErlangA.of(PER_SECOND, 180, 120, agents);

    var days = oneQueue(agents);

    agrees(
        Centres.over(days, day -> all(day).abandonment().orElseThrow()), truth.abandonment(), .02);
    agrees(Centres.over(days, day -> all(day).meanWait().orElseThrow()), truth.meanWait(), .02);
  }

  @ParameterizedTest
  @CsvSource({
    "OF_OFFERED, .640",
    "WITHOUT_SHORT_ABANDONS, .684",
    "REMOVED, .705",
    "OF_ANSWERED, .742"
  })
  void serviceLevelsDifferByTheirDefinition(ServiceLevel definition, double truth) {
    var days = oneQueue(10);

    agrees(Centres.over(days, day -> all(day).serviceLevel(definition).orElseThrow()), truth, .005);
  }

  @Test
  void inOverloadStrictPriorityServesTheBestTierBetter() {
    var demand =
        Centres.steady(
            1.2 * 10 / 180,
            1_000_000,
            List.of(Centres.impatient("A"), Centres.impatient("other")),
            List.of(.2, .8));
    var accumulating = QueueDiscipline.accumulating(List.of(4.0, 1.0));

    var mild = Centres.days(demand, 10, () -> Routing.always(accumulating), DAYS);
    var strict = Centres.days(demand, 10, () -> Routing.always(QueueDiscipline.strict(2)), DAYS);

    agrees(Centres.over(mild, level(0)), .554, .005);
    agrees(Centres.over(mild, level(1)), .435, .005);
    agrees(Centres.over(strict, level(0)), .686, .005);
    agrees(Centres.over(strict, level(1)), .430, .005);
  }

  private static List<List<Outcome>> oneQueue(int agents) {
    var demand =
        Centres.steady(PER_SECOND, 1_000_000, List.of(Centres.impatient("all")), List.of(1.0));
    return Centres.days(demand, agents, () -> Routing.always(QueueDiscipline.firstCome(1)), DAYS);
  }

  private static CallFigures all(List<Outcome> day) {
    return CallFigures.of(day, THRESHOLD);
  }

  private static CallFigures figures(List<Outcome> day, int tier) {
    return CallFigures.of(day, THRESHOLD, tier);
  }

  private static ToDoubleFunction<List<Outcome>> level(int tier) {
    return day -> figures(day, tier).serviceLevel(ServiceLevel.OF_OFFERED).orElseThrow();
  }

  /** Truths are given to three digits where they are rates: half a unit is allowed on top. */
  private static void agrees(Estimate found, double truth, double relativeError) {
    var error = found.error().orElseThrow();
    assertThat(error).isLessThan(relativeError * truth);
    assertThat(found.mean()).isCloseTo(truth, within(3 * error + .0005));
  }
}
