package io.campaignpulse.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.ServiceCounts;
import io.campaignpulse.simulators.load.LoadMix;
import io.campaignpulse.simulators.load.LoadPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallsRecountTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:14:50Z");

  private static Instant after(int seconds) {
    return AT.plusSeconds(seconds);
  }

  @Test
  void countsByTheQuarterInWhichACallWasQueued() {
    var queued = Map.of("a", AT, "b", after(9), "c", after(10));
    assertThat(CallsRecount.of(queued, Map.of()).arrivals())
        .containsExactly(
            Map.entry(Instant.parse("2026-03-02T10:00:00Z"), 2L),
            Map.entry(Instant.parse("2026-03-02T10:15:00Z"), 1L));
  }

  @Test
  void countsAnswersByHowLongTheyTook() {
    var queued = Map.of("at once", AT, "in time", AT, "later", AT, "before", AT, "never", AT);
    var answers =
        Map.of(
            "at once", AT,
            "in time", after(20),
            "later", after(21),
            "before", after(-1),
            "nobody's", AT);
    var recount = CallsRecount.of(queued, answers);
    assertThat(recount.answered()).isEqualTo(3);
    assertThat(recount.answeredWithin()).isEqualTo(2);
  }

  @Test
  void aPlanWithoutDisorderHasEachOfItsAnswersInTime() {
    var mix = new LoadMix(2, 500, 0, 0, Duration.ofSeconds(1), 0.2);
    var events = 30_000;
    var recount = CallsRecount.of(new LoadPlan(1, AT, 10_000, mix), events);
    var calls = recount.arrivals().values().stream().mapToLong(Long::longValue).sum();
    assertThat(calls).isBetween(events / 50 * 7L / 10, events / 50 * 9L / 10);
    assertThat(recount.answered()).isPositive().isEqualTo(recount.answeredWithin());
  }

  @Test
  void measuresByTheThresholdThatIsShown() {
    assertThat(CallsRecount.THRESHOLD).hasSeconds(ServiceCounts.THRESHOLD_SECONDS);
  }
}
