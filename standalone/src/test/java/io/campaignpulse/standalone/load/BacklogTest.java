package io.campaignpulse.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private static Backlog of(DoubleUnaryOperator behind) {
    var backlog = new Backlog();
    for (double at = 20; at <= 80; at += 0.1) {
      backlog.sample(at, behind.applyAsDouble(at));
    }
    return backlog;
  }

  @Test
  void aDelayThatVariesButDoesNotGrowIsKeepingUp() {
    var backlog = of(at -> 0.3 + 0.2 * Math.sin(at * 7));
    assertThat(backlog.growth()).isCloseTo(0, within(0.005));
    assertThat(backlog.keptUp()).isTrue();
  }

  @Test
  void aDelayThatGrowsIsNot() {
    var backlog = of(at -> 0.05 * at);
    assertThat(backlog.growth()).isCloseTo(0.05, within(1e-9));
    assertThat(backlog.keptUp()).isFalse();
  }

  @Test
  void whatHappenedInTheFirstHalfIsForgiven() {
    assertThat(of(at -> Math.min(at, 50)).keptUp()).isTrue();
  }

  @Test
  void withoutSamplesNothingGrew() {
    assertThat(new Backlog().keptUp()).isTrue();
  }
}
