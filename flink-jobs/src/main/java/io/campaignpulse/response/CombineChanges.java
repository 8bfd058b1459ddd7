package io.campaignpulse.response;

import io.campaignpulse.jobs.PassingOn;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.ChangeSum;
import io.campaignpulse.response.core.ShareChange;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up changes where they are made, before they are shuffled by campaign, so that a busy
 * campaign costs its one summing operator no more than a quiet one.
 */
final class CombineChanges extends PassingOn<Change, ShareChange> {
  private static final long serialVersionUID = 1L;
  private static final long MOMENT_MILLIS = 3;
  private static final int MOST_TALLIES = 20_000;

  private transient ChangeSum sum;

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
    } else {
      planPassingOn(MOMENT_MILLIS);
    }
  }

  @Override
  protected void passOn() {
    for (var change : sum.take()) {
      output.collect(new StreamRecord<>(change));
    }
  }
}
