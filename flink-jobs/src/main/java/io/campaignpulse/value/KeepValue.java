package io.campaignpulse.value;

import io.campaignpulse.events.FitOrder;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.jobs.Purge;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.value.core.Valuation;
import io.campaignpulse.value.core.ValueModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps each customer's purchases and says what they are worth: at once when they buy, and all of
 * them in a pass when the day or the model has changed. Each pass also says how worth is spread.
 * Keyed by customer. State is one entry a customer known by an id, of whose older sales only the
 * days are left.
 */
final class KeepValue
    extends KeyedBroadcastProcessFunction<String, Posting, ValueNotice, CustomerValue>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final long DAY_MILLIS = 86_400_000;

  static final OutputTag<ValueSketch> SKETCHES =
      new OutputTag<>("sketches") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<FitSample> SAMPLES =
      new OutputTag<>("samples") {
        private static final long serialVersionUID = 1L;
      };

  static final MapStateDescriptor<String, ValueModel> MODEL =
      new MapStateDescriptor<>("model", Types.STRING, TypeInformation.of(ValueModel.class));
  static final MapStateDescriptor<String, Long> TODAY =
      new MapStateDescriptor<>("today", Types.STRING, Types.LONG);

  private static final String CURRENT = "current";
  private static final long BEFORE_ALL_DAYS = Long.MIN_VALUE;
  private static final ValueStateDescriptor<Valued> VALUED =
      new ValueStateDescriptor<>("valued", new ValuedType.Serializer());

  private final Purge purge;
  private final int minorDigits;
  private final CatchUp catchUp;
  private transient CatchUp.Progress progress;
  private transient ValueState<Valued> state;
  private transient PassPlan plan;
  private transient List<FitOrder> orders;

  KeepValue(Duration history, int minorDigits, CatchUp catchUp) {
    this.purge = new Purge(history);
    this.minorDigits = minorDigits;
    this.catchUp = catchUp;
  }

  @Override
  public void open(OpenContext context) {
    state = getRuntimeContext().getState(VALUED);
    progress = catchUp.start();
    plan = new PassPlan();
    orders = new ArrayList<>();
  }

  @Override
  public void processElement(Posting posting, ReadOnlyContext context, Collector<CustomerValue> out)
      throws Exception {
    var known = state.value();
    var valued = known == null ? new Valued() : known;
    var changed = posting.sale() && post(posting, valued, context.currentWatermark());
    if (changed) {
      planReview(valued, purge.due(posting.touch().at()), context.timerService());
      var valuation = valuation(context.getBroadcastState(MODEL));
      out.collect(
          tell(
              context.getCurrentKey(), valued, valuation, today(context.getBroadcastState(TODAY))));
    }
    if (changed || known == null) {
      plan.changed();
      state.update(valued);
    }
  }

  /** Returns whether that is a change. A repeat of what is known is no late event. */
  private static boolean post(Posting posting, Valued valued, long watermark) {
    var touch = posting.touch();
    return switch (posting.kind()) {
      case ENTER ->
          (touch.at() >= watermark || valued.purchases.holds(touch.eventId()))
              && valued.purchases.enter(touch.entry());
      case MOVE_IN -> valued.purchases.enter(touch.entry());
      case MOVE_OUT -> valued.purchases.remove(touch.eventId());
      case SEGMENT, TIER -> false;
    };
  }

  /** Whoever is told to have bought is told of again when all of it was brought back. */
  private static CustomerValue tell(
      String customer, Valued valued, Valuation valuation, long today) {
    long day = Math.max(today, valued.purchases.lastDay().orElse(valued.toldDay));
    var value =
        valued
            .purchases
            .observed(day)
            .map(observed -> valuation.of(customer, observed))
            .orElseGet(() -> CustomerValue.none(customer, day));
    valued.tell(value);
    return value;
  }

  private static void planReview(Valued valued, long at, TimerService timers) {
    if (at < valued.reviewAt) {
      valued.reviewAt = at;
      timers.registerEventTimeTimer(at);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<CustomerValue> out)
      throws Exception {
    var valued = state.value();
    if (valued == null) {
      return;
    }
    valued.purchases.forget(purge.cutoff(timestamp));
    valued.reviewAt = Valued.UNPLANNED;
    valued
        .purchases
        .oldest()
        .ifPresent(oldest -> planReview(valued, purge.due(oldest), context.timerService()));
    state.update(valued);
  }

  @Override
  public void processBroadcastElement(
      ValueNotice notice, Context context, Collector<CustomerValue> out) throws Exception {
    if (notice.model() != null) {
      context.getBroadcastState(MODEL).put(CURRENT, notice.model());
      plan.allAnew();
      return;
    }
    var command = notice.command();
    progress.heard(command);
    FitOrder.of(command.name()).ifPresent(orders::add);
    if (command.name().equals(Command.REBUILD)) {
      plan.allAnew();
    }
    if (command.name().equals(Command.TICK)) {
      advance(command.eventTime(), context);
    }
    if (progress.caughtUp()) {
      work(context, out);
    }
  }

  /** Event time has come to a day; what says it comes from the future takes nobody with it. */
  private void advance(long eventTime, Context context) throws Exception {
    var day = Math.floorDiv(Math.min(eventTime, context.currentProcessingTime()), DAY_MILLIS);
    var today = context.getBroadcastState(TODAY);
    if (eventTime != Long.MIN_VALUE && (!today.contains(CURRENT) || today.get(CURRENT) < day)) {
      today.put(CURRENT, day);
      plan.allAnew();
    }
  }

  private void work(Context context, Collector<CustomerValue> out) throws Exception {
    var begun = context.currentProcessingTime();
    if (plan.due(begun)) {
      pass(plan.begin(), context, out);
      plan.done(begun, context.currentProcessingTime());
    }
    for (var order : orders) {
      sample(order, context);
    }
    orders.clear();
  }

  /** Looks at all customers; values anew those whose worth may be another by now. */
  private void pass(boolean allAnew, Context context, Collector<CustomerValue> out)
      throws Exception {
    long today = today(context.getBroadcastState(TODAY));
    var valuation = valuation(context.getBroadcastState(MODEL));
    var census = new Census();
    context.applyToKeyedState(
        VALUED,
        (customer, kept) -> {
          var valued = kept.value();
          if (allAnew && valued.told()) {
            out.collect(tell(customer, valued, valuation, today));
            kept.update(valued);
          }
          census.add(valued);
        });
    context.output(SKETCHES, census.sketch(getRuntimeContext().getTaskInfo(), today));
  }

  private void sample(FitOrder order, Context context) throws Exception {
    long asOf =
        order.asOf() == null ? today(context.getBroadcastState(TODAY)) : order.asOf().toEpochDay();
    var sample = new SampleBuilder(valuation(context.getBroadcastState(MODEL)));
    context.applyToKeyedState(
        VALUED, (customer, kept) -> kept.value().purchases.observed(asOf).ifPresent(sample::add));
    context.output(SAMPLES, sample.build(order.id(), asOf, getRuntimeContext().getTaskInfo()));
  }

  private Valuation valuation(ReadOnlyBroadcastState<String, ValueModel> model) throws Exception {
    return new Valuation(model.get(CURRENT), minorDigits);
  }

  /** The epoch day that event time has come to; before all days while nobody has told. */
  private static long today(ReadOnlyBroadcastState<String, Long> today) throws Exception {
    var known = today.get(CURRENT);
    return known == null ? BEFORE_ALL_DAYS : known;
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    progress.barrierPassed();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {}
}
