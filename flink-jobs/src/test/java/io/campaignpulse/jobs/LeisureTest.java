package io.campaignpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeisureTest {
  private final AtomicLong waited = new AtomicLong(7_000);
  private final Leisure leisure = new Leisure(waited::get);

  private boolean none(long now, long waitedMeanwhile) {
    waited.addAndGet(waitedMeanwhile);
    return leisure.none(now);
  }

  @Test
  void thereIsNoneForWhoHardlyWaitedInTheLastSecond() {
    assertThat(none(10_000, 0)).isFalse();
    assertThat(none(10_999, 0)).as("within the first second").isFalse();
    assertThat(none(11_000, 99)).isTrue();
  }

  @Test
  void thereIsSomeForWhoWaitedForATenthOfIt() {
    none(10_000, 0);
    assertThat(none(11_000, 100)).isFalse();
  }

  @Test
  void holdsForASecondWhatTheLastOneSaid() {
    none(10_000, 0);
    none(11_000, 0);
    assertThat(none(11_900, 900)).isTrue();
    assertThat(none(12_000, 0)).as("the second is over").isFalse();
  }

  @Test
  void ofALongerTimeTheShareCounts() {
    none(10_000, 0);
    assertThat(none(20_000, 900)).isTrue();
  }

  @Test
  void beginsAnewWhereTheClockIsSetBack() {
    none(10_000, 0);
    assertThat(none(5_000, 0)).isFalse();
    assertThat(none(5_500, 0)).isFalse();
    assertThat(none(6_000, 0)).isTrue();
  }
}
