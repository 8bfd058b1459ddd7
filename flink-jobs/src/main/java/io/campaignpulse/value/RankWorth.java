package io.campaignpulse.value;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.core.FitSchedule;
import io.campaignpulse.value.core.Ranking;
import io.campaignpulse.value.core.WorthSketch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Puts together what the passes found: where the tiers begin, and whether a new fit is due. One for
 * the whole job, without keys: a store of keyed state for two small records would slow every
 * checkpoint. The sketches are not kept, as each start begins with a pass over all.
 */
final class RankWorth extends ProcessFunction<ValueSketch, ValueRanks>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  static final OutputTag<ViewWrite> VIEWS =
      new OutputTag<>("views") {
        private static final long serialVersionUID = 1L;
      };

  /** Commands to the jobs themselves. */
  static final OutputTag<String> ORDERS =
      new OutputTag<>("orders") {
        private static final long serialVersionUID = 1L;
      };

  private transient Map<Integer, ValueSketch> sketches;
  private transient ListState<ValueRanks> lastRanks;
  private transient ListState<FitSchedule> lastSchedule;
  private transient ValueRanks ranks;
  private transient FitSchedule schedule;

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    var store = context.getOperatorStateStore();
    lastRanks = store.getListState(new ListStateDescriptor<>("ranks", ValueRanks.class));
    lastSchedule = store.getListState(new ListStateDescriptor<>("schedule", FitSchedule.class));
    for (var kept : lastRanks.get()) {
      ranks = kept;
    }
    schedule = FitSchedule.NEVER;
    for (var kept : lastSchedule.get()) {
      schedule = kept;
    }
    sketches = new HashMap<>();
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    lastRanks.update(ranks == null ? List.of() : List.of(ranks));
    lastSchedule.update(List.of(schedule));
  }

  @Override
  public void processElement(ValueSketch sketch, Context context, Collector<ValueRanks> out)
      throws Exception {
    sketches.put(sketch.subtask(), sketch);
    var all = new ArrayList<ValueSketch>();
    for (var each : sketches.values()) {
      if (each.of() == sketch.of()) {
        all.add(each);
      }
    }
    if (all.size() == sketch.of()) {
      rank(all, context, out);
    }
  }

  private void rank(Iterable<ValueSketch> all, Context context, Collector<ValueRanks> out)
      throws Exception {
    var buyers = new WorthSketch();
    long customers = 0;
    long repeaters = 0;
    long today = Long.MIN_VALUE;
    for (var each : all) {
      buyers.add(WorthSketch.of(each.buyers()));
      customers += each.customers();
      repeaters += each.repeaters();
      today = Math.max(today, each.today());
    }
    var now = context.timerService().currentProcessingTime();
    ranks = Ranking.of(ranks, now, customers, buyers);
    out.collect(ranks);
    context.output(VIEWS, ViewWrite.of(RedisKeys.VALUE_RANKS, null, ranks, null, null));
    orderFit(today, repeaters, context);
  }

  private void orderFit(long today, long repeaters, Context context) {
    var now = context.timerService().currentProcessingTime();
    if (schedule.due(today, now, repeaters)) {
      schedule = new FitSchedule(today, now, repeaters);
      context.output(ORDERS, schedule.order().command());
    }
  }
}
