package io.campaignpulse.ingest;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Watermarks that trail the latest event time by the lateness, and by a moment of processing time
 * too: while a backlog is read, one topic may be weeks of event time ahead of another that was
 * quiet until now and whose records are in Kafka but not yet here. Without the moment's patience
 * they would count as late. An event that says it comes from the future takes event time no further
 * than to when Kafka got it.
 */
final class PatientWatermarks implements WatermarkGenerator<Arrival> {
  /** How much later than the others a topic may be read without its events counting as late. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final long latenessMillis;
  private final LongSupplier nanos;
  private long newest = Long.MIN_VALUE;
  private long earlier = Long.MIN_VALUE;
  private long settled = Long.MIN_VALUE;
  private long turnedAt;

  PatientWatermarks(Duration lateness, LongSupplier nanos) {
    this.latenessMillis = lateness.toMillis();
    this.nanos = nanos;
    this.turnedAt = nanos.getAsLong();
  }

  static WatermarkStrategy<Arrival> strategy(Duration lateness) {
    return WatermarkStrategy.<Arrival>forGenerator(
            context ->
                new PatientWatermarks(lateness, context.getInputActivityClock()::relativeTimeNanos))
        .withTimestampAssigner(PatientWatermarks::reached)
        .withIdleness(PATIENCE.multipliedBy(3));
  }

  /**
   * To which moment an arrival brings event time: not to one later than Kafka got it.
   *
   * @param gotAt negative where a source does not tell
   */
  private static long reached(Arrival arrival, long gotAt) {
    if (arrival.touch() == null) {
      return gotAt;
    }
    var at = arrival.touch().at();
    return gotAt < 0 ? at : Math.min(at, gotAt);
  }

  @Override
  public void onEvent(Arrival arrival, long timestamp, WatermarkOutput output) {
    if (arrival.touch() != null) {
      newest = Math.max(newest, timestamp);
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    var now = nanos.getAsLong();
    if (now - turnedAt >= PATIENCE.toNanos()) {
      settled = earlier;
      earlier = newest;
      turnedAt = now;
    }
    if (settled != Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(settled - latenessMillis - 1));
    }
  }
}
