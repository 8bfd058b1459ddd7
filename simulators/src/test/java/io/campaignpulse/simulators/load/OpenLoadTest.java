package io.campaignpulse.simulators.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.simulators.target.FakePulse;
import io.campaignpulse.simulators.target.PulseClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class OpenLoadTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private final LoadPlan plan = new LoadPlan(1, START, 2_000, LoadMix.even(5, 1_000));

  private OpenLoad<String> load(FakePulse pulse, int senders) {
    return new OpenLoad<>(plan, Wire.http(new PulseClient(pulse.address())), senders);
  }

  @Test
  void sendsEveryEventOnceAtItsTime() throws InterruptedException {
    try (var pulse = new FakePulse()) {
      var report = load(pulse, 4).run(0, 600, System.nanoTime());
      assertThat(report.accepted()).isEqualTo(600);
      assertThat(report.took()).isGreaterThanOrEqualTo(Duration.ofNanos(599 * 500_000L));
      assertThat(report.answered().getTotalCount()).isEqualTo(600);
      assertThat(report.answeredAt(50)).isGreaterThan(Duration.ZERO);
      var ids = new HashSet<String>();
      pulse.taken("events").forEach(event -> ids.add(event.get("eventId").asText()));
      assertThat(ids).hasSize(600);
    }
  }

  @Test
  void aStallingSystemIsSeenFromTheIntendedTimes() throws InterruptedException {
    try (var pulse = new FakePulse()) {
      pulse.first(FakePulse.Mishap.BUSY);
      var report = load(pulse, 1).run(0, 200, System.nanoTime());
      // the client waits a tenth of a second before it tries again; all others queue up behind it
      assertThat(report.answeredAt(99)).isGreaterThan(Duration.ofMillis(90));
      assertThat(report.begun().getMaxValue()).isGreaterThan(20_000);
    }
  }

  @Test
  void theWarmUpIsSentButNotTimed() throws InterruptedException {
    try (var pulse = new FakePulse()) {
      var report = load(pulse, 2).run(150, 200, System.nanoTime());
      assertThat(report.accepted()).isEqualTo(200);
      assertThat(report.answered().getTotalCount()).isEqualTo(50);
    }
  }
}
