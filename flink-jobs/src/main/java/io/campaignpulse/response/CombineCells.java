package io.campaignpulse.response;

import io.campaignpulse.jobs.PassingOn;
import io.campaignpulse.response.core.CellSum;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.ShareChange;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up by channel and segment what changes where it is made, and for longer than {@link
 * CombineChanges}: these figures may lag a little, and of a flood only the newest is listed.
 */
final class CombineCells extends PassingOn<Change, ShareChange> {
  private static final long serialVersionUID = 1L;
  private static final long MOMENT_MILLIS = 400;
  private static final int MOST_CELLS = 20_000;

  private transient CellSum sum;

  @Override
  public void open() throws Exception {
    super.open();
    sum = new CellSum();
  }

  @Override
  public void processElement(StreamRecord<Change> element) {
    sum.add(element.getValue());
    if (sum.size() >= MOST_CELLS) {
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
