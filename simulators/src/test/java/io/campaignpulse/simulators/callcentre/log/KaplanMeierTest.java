package io.campaignpulse.simulators.callcentre.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.simulators.callcentre.log.KaplanMeier.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
  /** The remission times of 21 leukaemia patients (Freireich and others, 1963), much reprinted. */
  private static final List<Seen> REMISSIONS =
      List.of(
          ended(6), ended(6), ended(6), going(6), ended(7), going(9), ended(10), going(10),
          going(11), ended(13), ended(16), going(17), going(19), going(20), ended(22), ended(23),
          going(25), going(32), going(32), going(34), going(35));

  @Test
  void estimatesAsTheTextbooksDo() {
    var estimate = KaplanMeier.of(REMISSIONS);

    assertThat(estimate.survival(5)).isEqualTo(1);
    assertThat(estimate.survival(6)).isCloseTo(.857, within(5e-4));
    assertThat(estimate.survival(9)).isCloseTo(.807, within(5e-4));
    assertThat(estimate.survival(10)).isCloseTo(.753, within(5e-4));
    assertThat(estimate.survival(13)).isCloseTo(.690, within(5e-4));
    assertThat(estimate.survival(16)).isCloseTo(.627, within(5e-4));
    assertThat(estimate.survival(22)).isCloseTo(.538, within(5e-4));
    assertThat(estimate.survival(99)).isCloseTo(.448, within(5e-4));
  }

  @Test
  void patienceIsDrawnBeyondWhatWasWaited() {
    var estimate = KaplanMeier.of(REMISSIONS);

    assertThat(estimate.patience(0, 0)).isEqualTo(6);
    assertThat(estimate.patience(0, .14)).isEqualTo(6);
    assertThat(estimate.patience(0, .15)).isEqualTo(7);
    assertThat(estimate.patience(10, 0)).isEqualTo(13);
    assertThat(estimate.patience(16, .15)).isEqualTo(23);
    assertThat(estimate.patience(0, .56)).isInfinite();
    assertThat(estimate.patience(30, 0)).isInfinite();
  }

  @Test
  void isNotFooledByCallersAnsweredBeforeTheyLostPatience() {
    var chance = new SplittableRandom(1);
    var seen = new ArrayList<Seen>();
    for (int i = 0; i < 20_000; i++) {
      var patience = -120 * Math.log(1 - chance.nextDouble());
      var answer = -60 * Math.log(1 - chance.nextDouble());
      seen.add(new Seen(Math.min(patience, answer), patience < answer));
    }

    assertThat(KaplanMeier.of(seen).survival(120)).isCloseTo(Math.exp(-1), within(.02));
  }

  private static Seen ended(double time) {
    return new Seen(time, true);
  }

  private static Seen going(double time) {
    return new Seen(time, false);
  }
}
