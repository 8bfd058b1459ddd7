package io.campaignpulse.response;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.response.core.Moments;
import io.campaignpulse.response.core.ShareChange;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import java.util.HashMap;
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
 * that moment; after a restart only once everything seen before it has been read again. Keyed by
 * campaign. State is one tally a campaign, breakdown row and minute with a figure, and its {@link
 * CampaignCells}: it stays as long as figures can be asked for.
 */
final class SumCampaign
    extends KeyedBroadcastProcessFunction<String, ShareChange, Command, ViewWrite>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final long CATCH_UP_MILLIS = 200;

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

  /** The campaigns that wait to be served, and until when. */
  private transient HashMap<String, Long> scheduled;

  private transient boolean rebuildDue;

  SumCampaign(CatchUp catchUp) {
    this.catchUp = catchUp;
  }

  @Override
  public void open(OpenContext context) {
    totals = getRuntimeContext().getState(TOTALS);
    minutes = getRuntimeContext().getMapState(MINUTES);
    cells = new CampaignCells(getRuntimeContext());
    moments = new Moments();
    scheduled = new HashMap<>();
    rebuildDue = true;
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
    schedule(context);
  }

  /**
   * One timer a campaign and moment, however many changes it has; the more campaigns wait, the
   * later, so that serving never takes the time that counting needs.
   */
  private void schedule(ReadOnlyContext context) {
    if (!scheduled.containsKey(context.getCurrentKey())) {
      var timers = context.timerService();
      var at = moments.serving(timers.currentProcessingTime(), scheduled.size());
      scheduled.put(context.getCurrentKey(), at);
      timers.registerProcessingTimeTimer(at);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ViewWrite> out)
      throws Exception {
    var campaignId = context.getCurrentKey();
    if (!progress.caughtUp()) {
      context.timerService().registerProcessingTimeTimer(timestamp + CATCH_UP_MILLIS);
      return;
    }
    if (scheduled.getOrDefault(campaignId, Long.MAX_VALUE) <= timestamp) {
      scheduled.remove(campaignId);
      serve(campaignId, timestamp, out);
    }
    cells.serve(campaignId, timestamp, out::collect);
  }

  private void serve(String campaignId, long now, Collector<ViewWrite> out) throws Exception {
    var sum = totals.value();
    // Minutes first: who finds the figures finds all that they are the sum of.
    for (long minute : sum.takeUnserved()) {
      out.collect(
          ViewWrite.of(
              RedisKeys.minutes(campaignId),
              Long.toString(minute),
              minutes.get(minute),
              campaignId,
              minute));
    }
    out.collect(
        ViewWrite.of(
            RedisKeys.figures(campaignId), null, sum.serve(campaignId, now), campaignId, null));
    totals.update(sum);
  }

  /** Serves everything again on command, and once after each start, as soon as that is sound. */
  @Override
  public void processBroadcastElement(Command command, Context context, Collector<ViewWrite> out)
      throws Exception {
    progress.heard(command);
    rebuildDue |= command.name().equals(Command.REBUILD);
    if (!rebuildDue || !progress.caughtUp()) {
      return;
    }
    rebuildDue = false;
    var now = context.currentProcessingTime();
    context.applyToKeyedState(
        TOTALS,
        (campaignId, state) -> {
          var sum = state.value();
          minutes.keys().forEach(sum::changed);
          state.update(sum);
          serve(campaignId, now, out);
          cells.serveAll(campaignId, out::collect);
        });
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    progress.barrierPassed();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {}
}
