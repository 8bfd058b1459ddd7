package io.campaignpulse.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibilityTest {
  private static final long MILLI = 1_000_000;

  @Test
  void measuresFromTheTimeAtWhichAnEventWasDue() {
    var visibility = new Visibility();
    visibility.begin(1_000 * MILLI);
    for (int n = 0; n < 4; n++) {
      visibility.plan(n * 10 * MILLI);
    }
    visibility.shows(1, 1_005 * MILLI);
    visibility.shows(3, 1_050 * MILLI);
    assertThat(visibility.shown()).isEqualTo(3);
    assertThat(visibility.micros().getMinValue()).isBetween(4_990L, 5_010L);
    assertThat(visibility.micros().getMaxValue()).isBetween(39_900L, 40_100L);
  }

  @Test
  void takesNoMoreThanWasPlannedAndSaysWhenAllIsShown() throws InterruptedException {
    var visibility = new Visibility();
    visibility.begin(0);
    visibility.plan(0);
    assertThat(visibility.awaitAll(1)).isFalse();
    visibility.shows(99, MILLI);
    assertThat(visibility.awaitAll(1)).isTrue();
    assertThat(visibility.micros().getTotalCount()).isEqualTo(1);
  }
}
