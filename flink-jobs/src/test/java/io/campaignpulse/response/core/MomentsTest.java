package io.campaignpulse.response.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MomentsTest {
  private final Moments moments = new Moments();

  @Test
  void passesOnAtTheSameTimesWhereverAChangeIsMade() {
    assertThat(Moments.passingOn(1_000)).isEqualTo(1_050);
    assertThat(Moments.passingOn(1_049)).isEqualTo(1_050);
    assertThat(Moments.passingOn(1_050)).isEqualTo(1_100);
  }

  @Test
  void servesTogetherWhatComesTogetherAndSoon() {
    assertThat(moments.serving(1_000, 0)).isEqualTo(1_001);
    assertThat(moments.serving(1_001, 1)).isEqualTo(1_001);
    assertThat(moments.serving(1_050, 0)).isEqualTo(1_051);
  }

  @Test
  void keepsMomentsApartHoweverOftenSomethingComes() {
    long last = moments.serving(1_000, 0);
    for (long now = 1_001; now < 2_000; now++) {
      long next = moments.serving(now, 0);
      assertThat(next - now).isBetween(0L, 25L);
      if (next != last) {
        assertThat(next - last).isGreaterThanOrEqualTo(25);
        last = next;
      }
    }
  }

  @Test
  void servesManyCampaignsOneAfterTheOther() {
    assertThat(moments.serving(1_000, 124)).isEqualTo(1_001);
    assertThat(moments.serving(1_000, 125)).isEqualTo(1_026);
    assertThat(moments.serving(1_000, 10_000)).isEqualTo(1_001 + 80 * 25);
  }

  @Test
  void aClockThatIsSetBackHoldsNothingUp() {
    moments.serving(10_000_000, 0);
    assertThat(moments.serving(1_000, 0)).isLessThanOrEqualTo(1_025);
  }
}
