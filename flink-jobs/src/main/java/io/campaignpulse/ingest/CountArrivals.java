package io.campaignpulse.ingest;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Counts arrivals by topic where they arrive, and passes the counts on every tenth of a second, so
 * that counting costs no shuffle per event. Counts are passed on before each checkpoint's barrier:
 * there is nothing to keep. Every second it gives a sign of life.
 */
final class CountArrivals extends AbstractStreamOperator<ArrivalCount>
    implements OneInputStreamOperator<Arrival, ArrivalCount>, BoundedOneInput {
  private static final long serialVersionUID = 1L;
  private static final long MOMENT_MILLIS = 100;
  private static final int MOMENTS_A_SIGN = 10;

  private transient Map<String, ArrivalCount> counts;
  private transient int moments;

  @Override
  public void open() throws Exception {
    super.open();
    counts = new HashMap<>();
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
  }

  private void moment(long now) {
    passOn();
    if (++moments % MOMENTS_A_SIGN == 0) {
      output.collect(new StreamRecord<>(ArrivalCount.alive()));
    }
    scheduleNext();
  }

  private void passOn() {
    counts.values().forEach(count -> output.collect(new StreamRecord<>(count)));
    counts.clear();
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    passOn();
  }

  @Override
  public void endInput() {
    passOn();
  }
}
