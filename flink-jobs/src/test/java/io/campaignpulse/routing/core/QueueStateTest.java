package io.campaignpulse.routing.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.routing.QueueMode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What queues tell of themselves: waits to expect, and overload. */
class QueueStateTest extends QueuesCase {
  @Test
  void expectsTheWaitOfThoseOfTheTierWhoWereAnsweredLast() {
    assertThat(queued(call("1", "A", 1, START)).expectedWaitSeconds()).isNull();
    answered("1", START + 20 * SECOND);
    for (int call = 2; call <= 6; call++) {
      queued(call("" + call, "A", 1, START + call * SECOND));
      answered("" + call, START + (call + 10) * SECOND);
    }
    assertThat(queued(call("7", "A", 1, START + 60 * SECOND)).expectedWaitSeconds()).isEqualTo(10);
    assertThat(queued(call("8", "B", 1, START + 60 * SECOND)).expectedWaitSeconds()).isNull();
    assertThat(state().expectedWaitSeconds()).isEqualTo(Map.of("A", 10.0));
    assertThat(queued(call("9", "A", 1, START + HOUR)).expectedWaitSeconds()).isNull();
  }

  @Test
  void expectsNothingByWaitsFromBeforeAnHourInWhichNobodyWasAnswered() {
    queued(call("1", "A", 1, START));
    answered("1", START + 90 * SECOND);
    queued(call("2", "A", 1, START + HOUR));
    answered("2", START + HOUR + 10 * SECOND);
    assertThat(state().expectedWaitSeconds()).isEqualTo(Map.of("A", 10.0));
  }

  @Test
  void expectsAWaitInWholeMilliseconds() {
    for (int call = 1; call <= 5; call++) {
      queued(call("" + call, "A", 1, START + call * SECOND));
    }
    for (int call = 1; call <= 5; call++) {
      answered("" + call, START + (call + 14) * SECOND + 986 + call % 2);
    }
    assertThat(state().expectedWaitSeconds()).isEqualTo(Map.of("A", 14.987));
  }

  @Test
  void answersStrictlyByTierAsLongAsMoreCallsComeThanAreAnswered() {
    for (int second = 0; second < 300; second++) {
      queued(call("c" + second, "C", 1, START + second * SECOND));
      if (second % 3 != 0) {
        answered("c" + second, START + (second + 1) * SECOND);
      }
      state();
    }
    assertThat(state().mode()).isEqualTo(QueueMode.STRICT);
    assertThat(state().modeSince()).isBetween(START, START + 60 * SECOND);
    assertThat(queued(call("x", "A", 1, START + 301 * SECOND)).mode()).isEqualTo(QueueMode.STRICT);
    for (int second = 300; second < 2_000; second++) {
      queued(call("d" + second, "C", 1, START + second * SECOND));
      answered("d" + second, START + (second + 1) * SECOND);
      state();
    }
    assertThat(state().mode()).isEqualTo(QueueMode.ACCUMULATING);
    assertThat(state().modeSince()).isGreaterThan(START + 300 * SECOND);
  }

  @Test
  void doesNotSwitchToAndFroBetweenTheTwoBorders() {
    assertThat(routing.overloaded(false, 119, 100)).isFalse();
    assertThat(routing.overloaded(false, 120, 100)).isTrue();
    assertThat(routing.overloaded(true, 111, 100)).isTrue();
    assertThat(routing.overloaded(true, 109, 100)).isFalse();
  }

  @Test
  void takesAFewCallsForNoOverload() {
    for (int call = 0; call < 19; call++) {
      queued(call("c" + call, "C", 1, START + call));
    }
    assertThat(state().mode()).isEqualTo(QueueMode.ACCUMULATING);
    queued(call("c19", "C", 1, START + 19));
    assertThat(state().mode()).isEqualTo(QueueMode.STRICT);
  }
}
