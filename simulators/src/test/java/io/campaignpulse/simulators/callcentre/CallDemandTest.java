package io.campaignpulse.simulators.callcentre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallDemandTest {
  private static final Tier BUYER =
      new Tier("buyer", Centres.exponential(120), Centres.exponential(180), u -> 1000, .3, .5);
  private static final Tier OTHER = Centres.impatient("other");

  /** Ten thousand calls in the first hour, none in the second, twenty thousand in the third. */
  private static final Steps PER_SECOND =
      new Steps(3600, List.of(10_000 / 3600.0, 0.0, 20_000 / 3600.0));

  private static final CallDemand DEMAND =
      new CallDemand(
          List.of(BUYER, OTHER),
          List.of(new CallDemand.Stream("spring", PER_SECOND, List.of(.25, .75))));

  @Test
  void callsComeAtTheRateOfTheHour() {
    var calls = DEMAND.calls(1);

    assertThat(between(calls, 0, 3600)).isCloseTo(10_000, within(400L));
    assertThat(between(calls, 3600, 7200)).isZero();
    assertThat(between(calls, 7200, 10_800)).isCloseTo(20_000, within(600L));
    assertThat(DEMAND.expected()).isCloseTo(30_000, within(1e-6));
    assertThat(DEMAND.times(.5).expected()).isCloseTo(15_000, within(1e-6));
  }

  @Test
  void gapsAreExponentialAsAPoissonProcessHasThem() {
    var calls = DEMAND.calls(1).stream().filter(call -> call.arrived() < 3600).toList();
    double squares = 0;
    for (int i = 1; i < calls.size(); i++) {
      var gap = (calls.get(i).arrived() - calls.get(i - 1).arrived()) * 10_000 / 3600;
      squares += gap * gap;
    }
    assertThat(squares / calls.size()).isCloseTo(2, within(.2));
  }

  @Test
  void tiersComeAndBuyByTheirShares() {
    var calls = DEMAND.calls(1);
    var buyers = calls.stream().filter(call -> call.tier() == 0).toList();
    var sales = buyers.stream().filter(call -> call.saleIfAnswered() > 0).count();
    var still = buyers.stream().filter(call -> call.saleIfAbandoned() > 0).count();

    assertThat((double) buyers.size() / calls.size()).isCloseTo(.25, within(.01));
    assertThat((double) sales / buyers.size()).isCloseTo(.3, within(.02));
    assertThat((double) still / sales).isCloseTo(.5, within(.04));
    assertThat(buyers).allMatch(c -> c.saleIfAbandoned() <= c.saleIfAnswered());
    assertThat(buyers.stream().mapToDouble(Call::patience).average().orElseThrow())
        .isCloseTo(120, within(5.0));
    assertThat(buyers.stream().mapToDouble(Call::service).average().orElseThrow())
        .isCloseTo(180, within(7.0));
  }

  @Test
  void aSeedIsADay() {
    assertThat(DEMAND.calls(7)).isEqualTo(DEMAND.calls(7)).isNotEqualTo(DEMAND.calls(8));
  }

  @Test
  void refusesSharesThatDontAddUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CallDemand.Stream("spring", PER_SECOND, List.of(.5, .6)))
        .withMessageContaining("spring: shares must add up to 1");
  }

  private static long between(List<Call> calls, double from, double to) {
    return calls.stream().filter(c -> c.arrived() >= from && c.arrived() < to).count();
  }
}
