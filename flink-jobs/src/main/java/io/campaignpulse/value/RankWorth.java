package io.campaignpulse.value;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.core.FitSchedule;
import io.campaignpulse.value.core.Ranking;
import io.campaignpulse.value.core.WorthSketch;
import java.util.ArrayList;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Puts together what the passes found: where the tiers begin, and whether a new fit is due. One for
 * the whole job. State is the newest sketch of each subtask.
 */
final class RankWorth extends KeyedProcessFunction<String, ValueSketch, ValueRanks> {
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

  private transient MapState<Integer, ValueSketch> sketches;
  private transient ValueState<ValueRanks> ranks;
  private transient ValueState<FitSchedule> schedule;

  @Override
  public void open(OpenContext context) {
    var runtime = getRuntimeContext();
    sketches =
        runtime.getMapState(
            new MapStateDescriptor<>("sketches", Types.INT, TypeInformation.of(ValueSketch.class)));
    ranks = runtime.getState(new ValueStateDescriptor<>("ranks", ValueRanks.class));
    schedule = runtime.getState(new ValueStateDescriptor<>("schedule", FitSchedule.class));
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
    var ranked = Ranking.of(ranks.value(), now, customers, buyers);
    ranks.update(ranked);
    out.collect(ranked);
    context.output(VIEWS, ViewWrite.of(RedisKeys.VALUE_RANKS, null, ranked, null, null));
    orderFit(today, repeaters, context);
  }

  private void orderFit(long today, long repeaters, Context context) throws Exception {
    var now = context.timerService().currentProcessingTime();
    var last = schedule.value() == null ? FitSchedule.NEVER : schedule.value();
    if (last.due(today, now, repeaters)) {
      var next = new FitSchedule(today, now, repeaters);
      schedule.update(next);
      context.output(ORDERS, next.order().command());
    }
  }
}
