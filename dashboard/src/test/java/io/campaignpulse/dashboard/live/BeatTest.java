package io.campaignpulse.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeatTest {
  private static final long MILLI = 1_000_000;

  private final Beat beat = new Beat(0);

  private static long millis(long nanos) {
    return nanos / MILLI;
  }

  @Test
  void aFirstChangeAfterAWhileIsToldAtOnce() {
    assertThat(millis(beat.figures(0))).isEqualTo(1);
  }

  @Test
  void whatComesSoonAfterAFrameWaitsForTheNext() {
    beat.left(0);
    assertThat(millis(beat.figures(100 * MILLI))).isEqualTo(275);
    assertThat(millis(beat.other())).isEqualTo(275);
  }

  @Test
  void aFrameLeavesFourTimesASecondRightAfterFiguresAreWritten() {
    beat.left(0);
    long frames = 0;
    long planned = Long.MAX_VALUE;
    for (long now = 7 * MILLI; now < 10_000 * MILLI; now += 50 * MILLI) {
      if (planned < now) {
        beat.left(planned);
        planned = Long.MAX_VALUE;
        frames++;
      }
      long jitter = now / (50 * MILLI) % 3 * 5 * MILLI;
      planned = Math.min(planned, beat.figures(now + jitter));
    }
    assertThat(frames).isBetween(39L, 40L);
  }

  @Test
  void figuresThatDoNotComeHoldNoFrameUpForLong() {
    beat.left(0);
    assertThat(millis(beat.other())).isLessThan(300);
  }
}
