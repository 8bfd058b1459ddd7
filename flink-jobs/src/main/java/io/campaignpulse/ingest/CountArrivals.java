package io.campaignpulse.ingest;

import io.campaignpulse.jobs.PassingOn;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Counts arrivals by topic where they arrive, and passes the counts on every tenth of a second, so
 * that counting costs no shuffle per event. Counts are passed on before each checkpoint's barrier:
 * there is nothing to keep. Every second it gives a sign of life.
 */
final class CountArrivals extends PassingOn<Arrival, ArrivalCount> {
  private static final long serialVersionUID = 1L;
  private static final long MOMENT_MILLIS = 100;
  private static final int MOMENTS_A_SIGN = 10;

  private transient Map<String, ArrivalCount> counts;
  private transient int moments;
  private transient long newest;

  @Override
  public void open() throws Exception {
    super.open();
    counts = new HashMap<>();
    newest = Long.MIN_VALUE;
    scheduleNext();
  }

  private void scheduleNext() {
    var time = getProcessingTimeService();
    time.registerTimer(time.getCurrentProcessingTime() + MOMENT_MILLIS, this::moment);
  }

  @Override
  public void processElement(StreamRecord<Arrival> element) {
    var count = ArrivalCount.of(element.getValue());
    counts.merge(count.topic(), count, ArrivalCount::plus);
    newest = Math.max(newest, count.newestEvent());
  }

  private void moment(long now) {
    passOn();
    if (++moments % MOMENTS_A_SIGN == 0) {
      output.collect(new StreamRecord<>(ArrivalCount.alive(newest)));
    }
    scheduleNext();
  }

  @Override
  protected void passOn() {
    counts.values().forEach(count -> output.collect(new StreamRecord<>(count)));
    counts.clear();
  }
}
