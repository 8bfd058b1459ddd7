package io.campaignpulse.response;

import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.ChangeSum;
import io.campaignpulse.response.core.ShareChange;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up changes where they are made, before they are shuffled by campaign, so that a busy
 * campaign costs its one summing operator no more than a quiet one. Passes the sums on a moment
 * later and before each checkpoint's barrier: there is nothing to keep.
 */
final class CombineChanges extends AbstractStreamOperator<ShareChange>
    implements OneInputStreamOperator<Change, ShareChange>, BoundedOneInput {
  private static final long serialVersionUID = 1L;
  private static final long MOMENT_MILLIS = 3;
  private static final int MOST_TALLIES = 20_000;

  private transient ChangeSum sum;
  private transient boolean planned;

  @Override
  public void open() throws Exception {
    super.open();
    sum = new ChangeSum();
  }

  @Override
  public void processElement(StreamRecord<Change> element) {
    sum.add(element.getValue());
    if (sum.size() >= MOST_TALLIES) {
      passOn();
    } else if (!planned) {
      planned = true;
      var time = getProcessingTimeService();
      time.registerTimer(time.getCurrentProcessingTime() + MOMENT_MILLIS, this::moment);
    }
  }

  private void moment(long now) {
    planned = false;
    passOn();
  }

  private void passOn() {
    for (var change : sum.take()) {
      output.collect(new StreamRecord<>(change));
    }
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
