package io.campaignpulse.value;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Puts each customer who buys into a tier and serves what they are worth: when that changes, and
 * when the tiers' borders do. Keyed by customer. State is the newest value of each buyer.
 */
final class AssignTier
    extends KeyedBroadcastProcessFunction<String, CustomerValue, RankNotice, ViewWrite>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Who changed tiers: whoever was in none counts as in the last. */
  static final OutputTag<Posting> TIERS =
      new OutputTag<>("tiers") {
        private static final long serialVersionUID = 1L;
      };

  static final MapStateDescriptor<String, ValueRanks> RANKS =
      new MapStateDescriptor<>("ranks", Types.STRING, TypeInformation.of(ValueRanks.class));

  private static final String CURRENT = "current";
  private static final ValueStateDescriptor<CustomerValue> VALUE =
      new ValueStateDescriptor<>("value", CustomerValue.class);

  private final CatchUp catchUp;
  private transient CatchUp.Progress progress;
  private transient ValueState<CustomerValue> value;
  private transient boolean rebuildDue;

  AssignTier(CatchUp catchUp) {
    this.catchUp = catchUp;
  }

  @Override
  public void open(OpenContext context) {
    value = getRuntimeContext().getState(VALUE);
    progress = catchUp.start();
    rebuildDue = true;
  }

  @Override
  public void processElement(
      CustomerValue changed, ReadOnlyContext context, Collector<ViewWrite> out) throws Exception {
    var before = value.value();
    var tier = tier(changed, context.getBroadcastState(RANKS));
    var ranked = changed.in(tier);
    if (!tier(before).equals(tier)) {
      context.output(TIERS, Posting.tier(changed.customerId(), tier));
    }
    value.update(ranked);
    serve(ranked, out);
  }

  private static String tier(CustomerValue before) {
    return before == null || before.tier() == null ? ValueRanks.C : before.tier();
  }

  private static String tier(
      CustomerValue customer, ReadOnlyBroadcastState<String, ValueRanks> known) throws Exception {
    var ranks = known.get(CURRENT);
    return ranks == null || customer.worth() <= 0 ? ValueRanks.C : ranks.tier(customer.worth());
  }

  private void serve(CustomerValue customer, Collector<ViewWrite> out) {
    if (progress.caughtUp()) {
      out.collect(
          ViewWrite.of(
              RedisKeys.customer(customer.customerId()), RedisKeys.VALUE, customer, null, null));
    }
  }

  @Override
  public void processBroadcastElement(RankNotice notice, Context context, Collector<ViewWrite> out)
      throws Exception {
    if (notice.ranks() != null) {
      rank(notice.ranks(), context, out);
      return;
    }
    progress.heard(notice.command());
    rebuildDue |= notice.command().name().equals(Command.REBUILD);
    if (rebuildDue && progress.caughtUp()) {
      rebuildDue = false;
      context.applyToKeyedState(VALUE, (customer, kept) -> serve(kept.value(), out));
    }
  }

  /** Where no border moved nobody changes tiers. */
  private void rank(ValueRanks ranks, Context context, Collector<ViewWrite> out) throws Exception {
    var known = context.getBroadcastState(RANKS);
    var before = known.get(CURRENT);
    known.put(CURRENT, ranks);
    if (before != null && before.tierA() == ranks.tierA() && before.tierB() == ranks.tierB()) {
      return;
    }
    context.applyToKeyedState(
        VALUE,
        (customer, kept) -> {
          var was = kept.value();
          var tier = tier(was, known);
          if (!Objects.equals(was.tier(), tier)) {
            context.output(TIERS, Posting.tier(customer, tier));
            kept.update(was.in(tier));
            serve(was.in(tier), out);
          }
        });
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    progress.barrierPassed();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {}
}
