package io.campaignpulse.dashboard.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AssociationTest {
  private static final double ROUNDING = 0.00005;

  /** Milk and vegetables in a month of a grocery, as textbooks have it. */
  private final Association known = new Association(551, 2_513, 1_903, 9_835);

  @Test
  void isWhatTextbooksSay() {
    assertThat(known.support().orElseThrow()).isCloseTo(0.0560, within(ROUNDING));
    assertThat(known.confidence().orElseThrow()).isCloseTo(0.2193, within(ROUNDING));
    assertThat(known.lift().orElseThrow()).isCloseTo(1.1332, within(ROUNDING));
  }

  @Test
  void liftIsTheSameFromEitherSideAndConfidenceIsNot() {
    var turned = new Association(551, 1_903, 2_513, 9_835);
    assertThat(turned.lift().orElseThrow()).isCloseTo(known.lift().orElseThrow(), within(1e-12));
    assertThat(turned.confidence().orElseThrow()).isCloseTo(0.2895, within(ROUNDING));
  }

  @Test
  void liftIsOneForWhatHasNothingToDoWithEachOther() {
    assertThat(new Association(20, 100, 200, 1_000).lift()).hasValue(1);
  }

  @Test
  void saysNothingOfWhatWasInNoBasket() {
    assertThat(new Association(0, 0, 0, 0).support()).isEmpty();
    assertThat(new Association(0, 0, 5, 9).confidence()).isEmpty();
    assertThat(new Association(0, 5, 0, 9).lift()).isEmpty();
    assertThat(new Association(0, 5, 5, 9).lift()).hasValue(0);
  }
}
