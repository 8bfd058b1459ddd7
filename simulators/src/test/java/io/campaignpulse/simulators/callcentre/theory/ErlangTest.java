package io.campaignpulse.simulators.callcentre.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** 100 calls in 30 minutes of 180 seconds each, against values reckoned elsewhere. */
class ErlangTest {
  private static final double PER_SECOND = 100 / 1800.0;

  @Test
  void callersWhoStayWaitAsErlangSaid() {
    var centre = new ErlangC(PER_SECOND, 180, 14);

    assertThat(centre.waits()).isCloseTo(.1741319, within(5e-8));
    assertThat(centre.serviceLevel(20)).isCloseTo(.8883500, within(5e-8));
    assertThat(centre.asa()).isCloseTo(7.835937, within(5e-7));
    assertThat(centre.occupancy()).isCloseTo(.7142857, within(5e-8));
    assertThat(centre.rostered(.3)).isEqualTo(20);
  }

  @Test
  void callersWhoHangUpMakeRoomForOthers() {
    var enough = ErlangA.of(PER_SECOND, 180, 120, 14);
    assertThat(enough.waits()).isCloseTo(.126976, within(5e-7));
    assertThat(enough.abandonment()).isCloseTo(.022839, within(5e-7));
    assertThat(enough.meanWait()).isCloseTo(2.7407, within(5e-5));

    var few = ErlangA.of(PER_SECOND, 180, 120, 10);
    assertThat(few.waits()).isCloseTo(.496853, within(5e-7));
    assertThat(few.abandonment()).isCloseTo(.137464, within(5e-7));
    assertThat(few.meanWait()).isCloseTo(16.4957, within(5e-5));
  }

  @Test
  void withEndlessPatienceTheyAgree() {
    var patient = ErlangA.of(PER_SECOND, 180, 1e12, 14);
    var endless = new ErlangC(PER_SECOND, 180, 14);

    assertThat(patient.waits()).isCloseTo(endless.waits(), within(1e-6));
    assertThat(patient.meanWait()).isCloseTo(endless.asa(), within(1e-4));
  }

  @Test
  void refusesALoadThatNeverEnds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ErlangC(PER_SECOND, 180, 10))
        .withMessageContaining("more than 10 agents");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccumulatingWaits.of(kinds(.4, .7)))
        .withMessageContaining("can't bear");
  }

  @Test
  void accumulatingPriorityWaitsAsKleinrockSaid() {
    var waits = AccumulatingWaits.of(kinds(.2, .7));

    assertThat(waits[0]).isCloseTo(3.4412, within(5e-5));
    assertThat(waits[1]).isCloseTo(10.5882, within(5e-5));
  }

  @Test
  void equalRatesAreFirstComeAndNothingIsWonInAll() {
    var equal =
        AccumulatingWaits.of(
            List.of(
                AccumulatingWaits.Kind.exponential(.2, 1, 3),
                AccumulatingWaits.Kind.exponential(.7, 1, 3)));
    assertThat(equal).containsExactly(new double[] {9, 9}, within(1e-12));

    var waits = AccumulatingWaits.of(kinds(.2, .7));
    assertThat((.2 * waits[0] + .7 * waits[1]) / .9).isCloseTo(9, within(1e-12));
  }

  private static List<AccumulatingWaits.Kind> kinds(double first, double second) {
    return List.of(
        AccumulatingWaits.Kind.exponential(first, 1, 4),
        AccumulatingWaits.Kind.exponential(second, 1, 1));
  }
}
