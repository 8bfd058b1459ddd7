package io.campaignpulse.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Arrivals;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThroughputTest {
  private final Throughput throughput = new Throughput();

  private double at(long millis, long events, boolean catchingUp) {
    var counts =
        catchingUp
            ? Map.<String, Arrivals.Count>of()
            : Map.of("calls", new Arrivals.Count(events, 0, 0));
    return throughput.perSecond(new Arrivals(millis, millis, null, catchingUp, counts));
  }

  @Test
  void isTheRateOfTheLastSeconds() {
    assertThat(at(0, 100, false)).isZero();
    assertThat(at(1_000, 140, false)).isEqualTo(40);
    assertThat(at(2_000, 160, false)).isEqualTo(30);
  }

  @Test
  void takesNoJumpForARateAfterCatchingUp() {
    at(0, 0, true);
    assertThat(at(1_000, 1_000_000, false)).isZero();
    assertThat(at(2_000, 1_000_050, false)).isEqualTo(50);
  }
}
