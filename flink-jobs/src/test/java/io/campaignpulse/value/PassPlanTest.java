package io.campaignpulse.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassPlanTest {
  private static final long NOW = 1_000_000;

  /** Short ones soon, longer ones in proportion, and none so late that a tier lags by a minute. */
  @ParameterizedTest
  @CsvSource({
    "1, true, 5000", "1, false, 5000",
    "400, true, 12000", "40, false, 12000",
    "3000, true, 30000", "3000, false, 30000"
  })
  void theNextPassWaitsAsLongAsTheLastOneAllows(long took, boolean growing, long pause) {
    var plan = new PassPlan();
    plan.begin();
    plan.done(NOW - took, NOW, growing);
    assertThat(plan.due(NOW + pause)).as("nothing has changed").isFalse();
    plan.changed();
    assertThat(plan.due(NOW + pause - 1)).isFalse();
    assertThat(plan.due(NOW + pause)).isTrue();
  }

  @Test
  void aClockThatIsSetBackPutsOffNothing() {
    var plan = new PassPlan();
    plan.begin();
    plan.done(NOW - 1, NOW, true);
    plan.changed();
    assertThat(plan.due(NOW / 2)).isFalse();
    assertThat(plan.due(NOW / 2 + 30_000)).isTrue();
  }
}
