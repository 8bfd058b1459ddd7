package io.campaignpulse.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static final long A_MILLION = 1_000_000;

  /** Reads so many events at each look. */
  private static EventReader looks(long... events) {
    var look = new AtomicLong();
    return () -> events[(int) Math.min(events.length - 1, look.getAndIncrement())];
  }

  private static WarmUp oneSecond() {
    return new WarmUp(1, 1);
  }

  @Test
  void leavesTheWarmUpOutAndStopsWhereTheEventsEnd() {
    // the first look waits for the first event, the second takes the first sample
    var measured =
        Measurement.of(looks(1, 1, 11, 1_011, 2_011, A_MILLION), A_MILLION, oneSecond(), 60);
    assertThat(measured.perSecond()).hasSize(2).allSatisfy(MeasurementTest::aThousandASecond);
    assertThat(measured.events()).isEqualTo(2_011);
    assertThat(measured.warmUpSeconds()).isEqualTo(1);
  }

  private static void aThousandASecond(double perSecond) {
    assertThat(perSecond).isBetween(500.0, 1_010.0);
  }

  @Test
  void leavesTheWholeWarmUpOutWhereTheEventsLast() {
    var measured = Measurement.of(looks(1, 1, 2, 3, 1_003, 9_999), A_MILLION, new WarmUp(2, 2), 1);
    assertThat(measured.warmUpSeconds()).isEqualTo(2);
    assertThat(measured.perSecond()).singleElement().satisfies(MeasurementTest::aThousandASecond);
  }

  @Test
  void refusesToTellASpeedThatItDidNotSee() {
    assertThatThrownBy(() -> Measurement.of(looks(1, A_MILLION), A_MILLION, oneSecond(), 60))
        .hasMessageContaining("before it could be measured");
  }

  @Test
  void theMedianIsTheMiddle() {
    assertThat(Measurement.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Measurement.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
  }
}
