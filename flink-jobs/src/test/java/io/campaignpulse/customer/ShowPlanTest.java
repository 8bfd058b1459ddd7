package io.campaignpulse.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

class ShowPlanTest {
  private static final long NOW = 1_000_000;
  private static final long AN_HOUR_AGO = NOW - 3_600_000;

  /** How many are shown at once in the second after the first burst. */
  private static int inASecond(long at) {
    var plan = new ShowPlan();
    while (plan.atOnce(NOW, at)) {
      // what was saved up
    }
    int shown = 0;
    for (long now = NOW; now < NOW + 1_000; now++) {
      while (plan.atOnce(now, at + now - NOW)) {
        shown++;
      }
    }
    return shown;
  }

  @Test
  void showsTwoAMillisecondOfWhatHappensNowAndAnEighthOfThatOfThePast() {
    assertThat(inASecond(NOW)).isBetween(1_990, 2_010);
    assertThat(inASecond(AN_HOUR_AGO)).isBetween(245, 255);
  }

  @Test
  void wakesForManyTurnsAtOnce() {
    var plan = new ShowPlan();
    var rounds = new HashMap<Long, Integer>();
    for (int turn = 0; turn < 1_000; turn++) {
      rounds.merge(plan.next(NOW + 7, NOW + 7), 1, Integer::sum);
    }
    assertThat(rounds)
        .hasSizeBetween(25, 26)
        .allSatisfy(
            (at, turns) -> {
              assertThat(turns).isLessThanOrEqualTo(40);
              assertThat(at - NOW).isGreaterThan(7);
            });
  }

  @Test
  void givesTurnsOneAfterTheOtherAndNobodyOvertakesThoseWhoWait() {
    var plan = new ShowPlan();
    long last = 0;
    for (int turn = 0; turn < 1_000; turn++) {
      var at = plan.next(NOW, NOW);
      assertThat(at).isGreaterThanOrEqualTo(last).isGreaterThan(NOW);
      last = at;
    }
    assertThat(last).isBetween(NOW + 500, NOW + 520);
    assertThat(plan.atOnce(NOW + 400, NOW)).isFalse();
    assertThat(plan.atOnce(last + 1, NOW)).isTrue();
  }
}
