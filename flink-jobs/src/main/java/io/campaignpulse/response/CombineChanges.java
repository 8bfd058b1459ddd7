package io.campaignpulse.response;

import io.campaignpulse.jobs.PassingOn;
import io.campaignpulse.response.core.CellSum;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.ChangeSum;
import io.campaignpulse.response.core.Combined;
import io.campaignpulse.response.core.Moments;
import io.campaignpulse.response.core.ShareChange;
import java.io.Serializable;
import java.util.function.LongUnaryOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * Adds up changes where they are made, before they are shuffled by campaign, so that a busy
 * campaign costs its one summing operator no more than a quiet one.
 */
final class CombineChanges extends PassingOn<Change, ShareChange> {
  private static final long serialVersionUID = 1L;
  private static final long CELLS_MILLIS = 400;
  private static final int MOST = 20_000;

  private final SerializableSupplier<Combined> kind;
  private final Plan plan;
  private transient Combined sum;

  /** When what comes at a time is passed on. */
  private interface Plan extends LongUnaryOperator, Serializable {}

  private CombineChanges(SerializableSupplier<Combined> kind, Plan plan) {
    this.kind = kind;
    this.plan = plan;
  }

  /** At the moments at which figures are served. */
  static CombineChanges ofFigures() {
    return new CombineChanges(ChangeSum::new, Moments::passingOn);
  }

  /** By channel and segment: these may lag a little, and of a flood only the newest is listed. */
  static CombineChanges ofCells() {
    return new CombineChanges(CellSum::new, now -> now + CELLS_MILLIS);
  }

  @Override
  public void open() throws Exception {
    super.open();
    sum = kind.get();
  }

  @Override
  public void processElement(StreamRecord<Change> element) {
    sum.add(element.getValue());
    if (sum.size() >= MOST) {
      passOn();
    } else {
      planPassingOn(plan);
    }
  }

  @Override
  protected void passOn() {
    for (var change : sum.take()) {
      output.collect(new StreamRecord<>(change));
    }
  }
}
