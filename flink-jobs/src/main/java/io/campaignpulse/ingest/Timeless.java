package io.campaignpulse.ingest;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * No watermarks, for a stream without event time of its own: it counts as idle, whatever flows. So
 * it neither holds event time back nor drives it on. (A greatest watermark would not hold it back
 * either; but while the events are idle it would be the only one, and make all later events late.)
 */
final class Timeless implements WatermarkGenerator<RawRecord> {
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  static WatermarkStrategy<RawRecord> strategy() {
    // The idleness covers readers without a partition, which have no generator to say so.
    return WatermarkStrategy.<RawRecord>forGenerator(context -> new Timeless())
        .withIdleness(AT_ONCE);
  }

  @Override
  public void onEvent(RawRecord event, long timestamp, WatermarkOutput output) {
    output.markIdle();
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    output.markIdle();
  }
}
