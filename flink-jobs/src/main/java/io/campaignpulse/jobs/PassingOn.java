package io.campaignpulse.jobs;

import java.util.function.LongUnaryOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;

/**
 * Gathers what comes in and passes it on a moment later, before each checkpoint's barrier and when
 * the input ends: so there is nothing to keep.
 */
public abstract class PassingOn<I, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  private transient boolean planned;

  /** Passes on all that was gathered. */
  protected abstract void passOn();

  /** Passes on at a moment that was planned: all, where that is never too much at a time. */
  protected void passOnDue() {
    passOn();
  }

  /** Passes on what is gathered until then, so many milliseconds later; planned once at a time. */
  protected final void planPassingOn(long millis) {
    planPassingOn(now -> now + millis);
  }

  /** The same at a time that is worked out from now. */
  protected final void planPassingOn(LongUnaryOperator at) {
    if (!planned) {
      planned = true;
      var time = getProcessingTimeService();
      time.registerTimer(at.applyAsLong(time.getCurrentProcessingTime()), this::moment);
    }
  }

  private void moment(long now) {
    planned = false;
    passOnDue();
  }

  @Override
  public final void prepareSnapshotPreBarrier(long checkpointId) {
    passOn();
  }

  @Override
  public final void endInput() {
    passOn();
  }
}
