package io.campaignpulse.dashboard.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.dashboard.queues.SharedLine.Sorted;
import io.campaignpulse.events.routing.QueueMode;
import io.campaignpulse.events.views.RoutingDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedLineTest {
  private static final int CALLS = 1_000;

  private long nanos;
  private int readings;
  private Duration reading = Duration.ZERO;
  private final SharedLine line = new SharedLine(this::read, () -> nanos);

  private Sorted read() {
    readings++;
    passes(reading);
    var calls = IntStream.range(0, CALLS).mapToObj(n -> call("call-" + n)).toList();
    return new Sorted(Instant.EPOCH, calls);
  }

  private static RoutingDecision call(String id) {
    return new RoutingDecision(
        id,
        id,
        "sales",
        0,
        "anna",
        null,
        null,
        null,
        0,
        "C",
        false,
        List.of(),
        null,
        null,
        null,
        null,
        1,
        QueueMode.ACCUMULATING,
        null,
        null);
  }

  private void passes(Duration time) {
    nanos += time.toNanos();
  }

  private String next() {
    return line.next(nanos).call().callId();
  }

  @Test
  void eachCallOfAReadingIsHandedOutOnceWhileTheReadingIsFresh() {
    assertThat(List.of(next(), next(), next())).containsExactly("call-0", "call-1", "call-2");
    passes(Duration.ofMillis(19));
    assertThat(next()).isEqualTo("call-3");
    assertThat(readings).isEqualTo(1);
    passes(Duration.ofMillis(2));
    assertThat(next()).isEqualTo("call-0");
    assertThat(readings).isEqualTo(2);
  }

  /** Otherwise agents would get no more calls a second than a long queue can be read. */
  @Test
  void mostOfTheTimeIsForGivingCallsHoweverLongTheQueue() {
    reading = Duration.ofMillis(100);
    for (int given = 0; given < CALLS; given++) {
      next();
      passes(Duration.ofMillis(1));
    }
    assertThat(readings).isBetween(2, CALLS / 250);
  }
}
