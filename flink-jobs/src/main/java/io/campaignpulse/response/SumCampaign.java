package io.campaignpulse.response;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.Moments;
import io.campaignpulse.response.core.ShareChange;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Reach;
import io.campaignpulse.serving.ViewWrite;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sums the changes of a campaign and serves its figures a moment later, once for all changes of
 * that moment; after a restart only once everything seen before it has been read again, and then
 * all of them, a little at a time. Keyed by campaign. State is one tally a campaign, breakdown row
 * and minute with a figure, and its {@link CampaignCells}: it stays as long as figures can be asked
 * for.
 */
final class SumCampaign
    extends KeyedBroadcastProcessFunction<String, ShareChange, Command, ViewWrite>
    implements CheckpointedFunction, Reach.Needed<ViewWrite>, ServingAgain.Campaigns {
  private static final long serialVersionUID = 1L;
  private static final long CATCH_UP_MILLIS = 200;

  /** Clocks that are corrected by less only let wait that much longer. */
  private static final long SET_BACK_MILLIS = 1_000;

  /** Of the heap, for the totals of those campaigns that did not change lately. */
  private static final double OF_TOTALS = 1 / 64.0;

  private static final ValueStateDescriptor<CampaignTotals> TOTALS =
      new ValueStateDescriptor<>("totals", new TotalsType.Serializer());
  private static final MapStateDescriptor<Long, Tally> MINUTES =
      new MapStateDescriptor<>("minutes", LongSerializer.INSTANCE, new TallyType.Serializer());

  private final CatchUp catchUp;
  private transient CatchUp.Progress progress;
  private transient ValueState<CampaignTotals> totals;
  private transient MapState<Long, Tally> minutes;
  private transient CampaignCells cells;
  private transient Moments moments;

  private transient boolean rebuildDue;
  private transient Reach<ViewWrite> reach;
  private transient ServingAgain again;

  /** When a command was heard last. */
  private transient long heardAt;

  SumCampaign(CatchUp catchUp) {
    this.catchUp = catchUp;
  }

  @Override
  public void reaching(Reach<ViewWrite> reach) {
    this.reach = reach;
  }

  @Override
  public void open(OpenContext context) {
    totals = reach.warm(TOTALS, new TotalsType.Serializer().form(), OF_TOTALS);
    minutes = getRuntimeContext().getMapState(MINUTES);
    cells = new CampaignCells(getRuntimeContext());
    moments = new Moments();
    rebuildDue = true;
    again = new ServingAgain(reach, this);
    progress = catchUp.start();
  }

  @Override
  public void processElement(ShareChange change, ReadOnlyContext context, Collector<ViewWrite> out)
      throws Exception {
    if (!change.cells().isEmpty()) {
      var timers = context.timerService();
      var now = timers.currentProcessingTime();
      cells.take(context.getCurrentKey(), change.cells(), now, timers::registerProcessingTimeTimer);
      return;
    }
    var known = totals.value();
    var sum = known == null ? new CampaignTotals() : known;
    change.groups().forEach(sum::add);
    for (var minuteChange : change.minutes()) {
      var minute = minutes.get(minuteChange.minute());
      minutes.put(
          minuteChange.minute(), (minute == null ? new Tally() : minute).add(minuteChange.tally()));
      sum.changed(minuteChange.minute());
    }
    totals.update(sum);
    later(moments.changed(context.getCurrentKey(), reach.now()));
  }

  private void later(long at) {
    if (at != Moments.PLANNED) {
      reach.later(at, this::serveDue);
    }
  }

  /**
   * Once for all campaigns and changes of a moment; the more campaigns wait, the later, so that
   * serving never takes the time that counting needs.
   */
  private void serveDue() throws Exception {
    var now = reach.now();
    if (!progress.caughtUp()) {
      later(now + CATCH_UP_MILLIS);
      return;
    }
    for (var campaignId : moments.due(now)) {
      reach.turnTo(campaignId);
      serve(campaignId, now);
    }
    later(moments.next(now));
  }

  /** The turn of the campaign's cells. */
  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ViewWrite> out)
      throws Exception {
    if (progress.caughtUp()) {
      cells.serve(context.getCurrentKey(), timestamp, reach::give);
    } else {
      context.timerService().registerProcessingTimeTimer(timestamp + CATCH_UP_MILLIS);
    }
  }

  private void serve(String campaignId, long now) throws Exception {
    var sum = totals.value();
    // So it is when a job has counted from the beginning.
    if (sum.unserved().size() > ServingAgain.SOME) {
      again.add(campaignId);
      return;
    }
    // Minutes first: who finds the figures finds all that they are the sum of.
    for (long minute : sum.takeUnserved()) {
      serveMinute(campaignId, minute);
    }
    reach.give(
        ViewWrite.of(
            RedisKeys.figures(campaignId), null, sum.serve(campaignId, now), campaignId, null));
    totals.update(sum);
  }

  @Override
  public List<Long> takeMinutes() throws Exception {
    var all = new ArrayList<Long>();
    minutes.keys().forEach(all::add);
    var sum = totals.value();
    sum.takeUnserved();
    totals.update(sum);
    return all;
  }

  @Override
  public void serveMinute(String campaignId, long minute) throws Exception {
    var figures = minutes.get(minute);
    var key = RedisKeys.minutes(campaignId);
    reach.give(ViewWrite.of(key, Long.toString(minute), figures, campaignId, minute));
  }

  @Override
  public void serveRest(String campaignId) throws Exception {
    serve(campaignId, reach.now());
    cells.serveAll(campaignId, reach::give);
  }

  /** Serves everything again on command, and once after each start, as soon as that is sound. */
  @Override
  public void processBroadcastElement(Command command, Context context, Collector<ViewWrite> out)
      throws Exception {
    progress.heard(command);
    rebuildDue |= command.name().equals(Command.REBUILD) || clockSetBack();
    if (!rebuildDue || !progress.caughtUp()) {
      return;
    }
    rebuildDue = false;
    var all = new ArrayList<String>();
    context.applyToKeyedState(TOTALS, (campaignId, state) -> all.add(campaignId));
    again.begin(all);
  }

  /** All that waits for its time would do so for as long as the clock was set back. */
  private boolean clockSetBack() {
    var now = reach.now();
    var setBack = now < heardAt - SET_BACK_MILLIS;
    heardAt = now;
    if (setBack) {
      moments.clear();
    }
    return setBack;
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    progress.barrierPassed();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {}
}
