package io.campaignpulse.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibilityTest {
  private static final long MILLI = 1_000_000;

  @Test
  void measuresFromTheTimeAtWhichAnEventWasDue() {
    var visibility = new Visibility(0);
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
    var visibility = new Visibility(0);
    visibility.begin(0);
    visibility.plan(0);
    assertThat(visibility.awaitAll(1)).isFalse();
    visibility.shows(99, MILLI);
    assertThat(visibility.awaitAll(1)).isTrue();
    assertThat(visibility.micros().getTotalCount()).isEqualTo(1);
  }

  @Test
  void doesNotTimeTheWarmUp() {
    var visibility = new Visibility(15 * MILLI);
    visibility.begin(0);
    for (int n = 0; n < 4; n++) {
      visibility.plan(n * 10 * MILLI);
    }
    visibility.shows(4, 100 * MILLI);
    assertThat(visibility.shown()).isEqualTo(4);
    assertThat(visibility.micros().getTotalCount()).isEqualTo(2);
  }

  @Test
  void isBehindByTheAgeOfTheFirstThatIsDueAndNotShown() {
    var visibility = new Visibility(0);
    visibility.begin(0);
    visibility.plan(10 * MILLI);
    visibility.plan(20 * MILLI);
    assertThat(visibility.behindNanos(5 * MILLI)).isZero();
    assertThat(visibility.behindNanos(25 * MILLI)).isEqualTo(15 * MILLI);
    visibility.shows(1, 25 * MILLI);
    assertThat(visibility.behindNanos(25 * MILLI)).isEqualTo(5 * MILLI);
    visibility.shows(2, 25 * MILLI);
    assertThat(visibility.behindNanos(99 * MILLI)).isZero();
  }
}
