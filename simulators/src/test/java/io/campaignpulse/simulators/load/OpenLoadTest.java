package io.campaignpulse.simulators.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Door;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.simulators.target.FakePulse;
import io.campaignpulse.simulators.target.PulseClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OpenLoadTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private final LoadPlan plan = new LoadPlan(1, START, 2_000, 5, 1_000);

  @Test
  void theNthEventIsAlwaysTheSameAndHappensWhenItIsDue() throws InvalidRecordException {
    var again = new LoadPlan(1, START, 2_000, 5, 1_000);
    var door = new Door(Currency.getInstance("USD"));
    for (long n = 0; n < 1_000; n++) {
      var event = plan.event(n);
      assertThat(event).isEqualTo(again.event(n));
      assertThat(event.get(0)).isEqualTo("load-1-" + n);
      assertThat(event.get(1)).isEqualTo(START.plusNanos(n * 500_000).truncatedTo(MILLIS));
      door.admit(event, plan.dueAt(n));
    }
  }

  private static final java.time.temporal.ChronoUnit MILLIS = java.time.temporal.ChronoUnit.MILLIS;

  @Test
  void sendsEveryEventOnceAtItsTime() {
    try (var pulse = new FakePulse()) {
      var load = new OpenLoad(plan, new PulseClient(pulse.address()), 4);
      load.prepare();
      var report = load.run(600);
      assertThat(report.accepted()).isEqualTo(600);
      assertThat(report.took()).isGreaterThanOrEqualTo(Duration.ofNanos(599 * 500_000L));
      assertThat(report.answered().getTotalCount()).isEqualTo(600);
      assertThat(report.answeredAt(50)).isGreaterThan(Duration.ZERO);
      var ids = new HashSet<String>();
      pulse.taken("events").forEach(event -> ids.add(event.get("eventId").asText()));
      assertThat(ids).hasSize(600);
      assertThat(pulse.taken("campaigns")).hasSize(5);
    }
  }

  @Test
  void aStallingSystemIsSeenFromTheIntendedTimes() {
    try (var pulse = new FakePulse()) {
      pulse.first(FakePulse.Mishap.BUSY);
      var report = new OpenLoad(plan, new PulseClient(pulse.address()), 1).run(200);
      // the client waits a tenth of a second before it tries again; all others queue up behind it
      assertThat(report.answeredAt(99)).isGreaterThan(Duration.ofMillis(90));
      assertThat(report.begun().getMaxValue()).isGreaterThan(20_000);
    }
  }

  @Test
  void itsEventsAreOfAllKinds() {
    var kinds = new HashSet<Class<?>>();
    LongStream.range(0, 100).forEach(n -> kinds.add(plan.event(n).getClass()));
    assertThat(kinds).hasSize(4);
  }
}
