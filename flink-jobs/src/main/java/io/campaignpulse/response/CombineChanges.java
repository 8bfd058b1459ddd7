package io.campaignpulse.response;

import io.campaignpulse.jobs.Leisure;
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
 * campaign costs its one summing operator no more than a quiet one. Where more campaigns change
 * than can be served at a time, those pass first that changed first: what comes meanwhile of the
 * others adds up, and the more events there are, the fewer of them cost a message.
 */
final class CombineChanges extends PassingOn<Change, ShareChange> {
  private static final long serialVersionUID = 1L;
  private static final long CELLS_MILLIS = 400;

  /**
   * Campaigns passed on at a time: as many a second as are served, of figures and of cells. Where
   * events wait, fewer, as each costs as much as several events: of 10,000 that change all the time
   * each then passes about once in four seconds.
   */
  private static final Portion FIGURES = new Portion(250, 60);

  private static final Portion CELLS = new Portion(800, 400);

  /** Of so many tallies some pass early: they are held in memory. */
  private static final int MOST = 100_000;

  private final SerializableSupplier<Combined> kind;
  private final Plan plan;
  private final Portion portion;
  private transient Leisure leisure;
  private transient Combined sum;

  /** When what comes at a time is passed on. */
  private interface Plan extends LongUnaryOperator, Serializable {}

  /** How many campaigns at a time, usually and where events wait. */
  private record Portion(int usual, int busy) implements Serializable {}

  private CombineChanges(SerializableSupplier<Combined> kind, Plan plan, Portion portion) {
    this.kind = kind;
    this.plan = plan;
    this.portion = portion;
  }

  /** At the moments at which figures are served. */
  static CombineChanges ofFigures() {
    return new CombineChanges(ChangeSum::new, Moments::passingOn, FIGURES);
  }

  /** By channel and segment: these may lag a little, and of a flood only the newest is listed. */
  static CombineChanges ofCells() {
    return new CombineChanges(CellSum::new, now -> now + CELLS_MILLIS, CELLS);
  }

  @Override
  public void open() throws Exception {
    super.open();
    sum = kind.get();
    var waited =
        getContainingTask()
            .getEnvironment()
            .getMetricGroup()
            .getIOMetricGroup()
            .getIdleTimeMsPerSecond();
    leisure = new Leisure(waited::getAccumulatedCount);
  }

  @Override
  public void processElement(StreamRecord<Change> element) {
    sum.add(element.getValue());
    if (sum.size() >= MOST) {
      passOn(portion.usual);
    }
    planPassingOn(plan);
  }

  @Override
  protected void passOn() {
    passOn(Integer.MAX_VALUE);
  }

  @Override
  protected void passOnDue() {
    var now = getProcessingTimeService().getCurrentProcessingTime();
    passOn(leisure.none(now) ? portion.busy : portion.usual);
    if (sum.size() > 0) {
      planPassingOn(plan);
    }
  }

  private void passOn(int campaigns) {
    for (var change : sum.take(campaigns)) {
      output.collect(new StreamRecord<>(change));
    }
  }
}
