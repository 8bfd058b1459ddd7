package io.campaignpulse.ingest;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class PatientWatermarksTest {
  private static final long PATIENCE = PatientWatermarks.PATIENCE.toNanos();

  private final AtomicLong nanos = new AtomicLong();
  private final PatientWatermarks watermarks =
      new PatientWatermarks(Duration.ofDays(1), nanos::get);
  private final List<Long> emitted = new ArrayList<>();
  private final WatermarkOutput output =
      new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
          emitted.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
      };

  private void seen(long at) {
    watermarks.onEvent(Arrival.read(visit("v", at)), at, output);
  }

  private void after(long passed) {
    nanos.addAndGet(passed);
    watermarks.onPeriodicEmit(output);
  }

  @Test
  void trailsTheNewestEventByTheLatenessOnceOthersHadTimeToBeRead() {
    seen(START);
    after(PATIENCE - 1);
    assertThat(emitted).isEmpty();
    after(PATIENCE);
    after(PATIENCE);
    assertThat(emitted).isNotEmpty().allMatch(at -> at == START - DAY - 1);
  }

  @Test
  void isNotDrawnAheadByWhatWasReadAMomentAgo() {
    seen(START);
    after(PATIENCE);
    seen(START + 100 * DAY);
    after(PATIENCE);
    assertThat(emitted).containsOnly(START - DAY - 1);
  }

  @Test
  void takesNoTimeFromARecordThatWasRefused() {
    watermarks.onEvent(Arrival.refused(visit("v", 0).origin(), new byte[0], "bad"), START, output);
    after(PATIENCE);
    after(PATIENCE);
    assertThat(emitted).isEmpty();
  }

  @Test
  void isNotDrawnAheadByAnEventThatSaysItComesFromTheFuture() {
    for (int hours = 0; hours < 3; hours++) {
      var kafka = START + hours * 3_600_000L;
      for (long at : List.of(kafka - 1_000, kafka + 23 * 3_600_000L)) {
        var arrival = Arrival.read(visit("v", at));
        watermarks.onEvent(arrival, timestamp(arrival, kafka), output);
      }
      after(PATIENCE);
    }
    assertThat(emitted).isNotEmpty().allMatch(at -> at <= START + 2 * 3_600_000 - DAY);
  }

  @Test
  void followsEventTimeWhereOldEventsAreReadAnew() {
    var arrival = Arrival.read(visit("v", START));
    assertThat(timestamp(arrival, START + 1_000 * DAY)).isEqualTo(START);
    assertThat(timestamp(arrival, TimestampAssigner.NO_TIMESTAMP)).isEqualTo(START);
  }

  private static long timestamp(Arrival arrival, long kafka) {
    return PatientWatermarks.strategy(Duration.ofDays(1))
        .createTimestampAssigner(null)
        .extractTimestamp(arrival, kafka);
  }
}
