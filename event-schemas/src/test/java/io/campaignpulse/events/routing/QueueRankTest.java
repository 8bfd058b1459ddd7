package io.campaignpulse.events.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QueueRankTest {
  private static final QueueRank FAST = QueueRank.of(QueueMode.ACCUMULATING, "A", 4);
  private static final QueueRank SLOW = QueueRank.of(QueueMode.ACCUMULATING, "C", 1);

  @Test
  void letsEverybodysTurnComeInCalm() {
    assertThat(QueueRank.compare(FAST, 10, SLOW, 39)).isNegative();
    assertThat(QueueRank.compare(FAST, 10, SLOW, 41)).isPositive();
  }

  @Test
  void letsTheBetterTierGoFirstInOverloadHoweverShortItsWait() {
    var best = QueueRank.of(QueueMode.STRICT, "A", 1);
    var other = QueueRank.of(QueueMode.STRICT, "B", 4);
    assertThat(QueueRank.compare(best, 0, other, 1_000)).isNegative();
    assertThat(QueueRank.compare(other, 1_000, best, 0)).isPositive();
  }

  @Test
  void ofEqualsAnswersWhoWaitedLonger() {
    assertThat(QueueRank.compare(FAST, 10, SLOW, 40)).isPositive();
    assertThat(QueueRank.compare(SLOW, 40, FAST, 10)).isNegative();
    assertThat(QueueRank.compare(SLOW, 40, SLOW, 40)).isZero();
  }

  @Test
  void countsACreditAsSecondsWaitedAtRateOne() {
    var credited = new QueueRank(0, 1, 90);
    assertThat(QueueRank.compare(credited, 0, SLOW, 89)).isNegative();
    assertThat(QueueRank.compare(credited, 0, SLOW, 91)).isPositive();
  }

  @Test
  void refusesARateThatNobodyCanRankBy() {
    assertThatThrownBy(() -> new QueueRank(0, 0, 0)).hasMessageContaining("rate");
    assertThatThrownBy(() -> new QueueRank(0, 1, -1)).hasMessageContaining("credit");
  }
}
