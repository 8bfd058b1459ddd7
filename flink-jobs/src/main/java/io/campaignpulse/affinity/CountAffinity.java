package io.campaignpulse.affinity;

import io.campaignpulse.affinity.core.Affinities;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.CoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts what is bought together and serves it. One for the whole job, without keys: counting a
 * basket takes a microsecond, and all pairs in one place can be looked through for the strongest.
 */
final class CountAffinity extends CoProcessFunction<BasketCount, Command, ViewWrite>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final long DAY_MILLIS = 86_400_000;

  private final CatchUp catchUp;
  private transient CatchUp.Progress progress;
  private transient ListState<byte[]> kept;
  private transient Map<Kind, Affinities> counted;
  private transient Map<Kind, AffinityServing> serving;
  private transient byte[] unchanged;

  CountAffinity(CatchUp catchUp) {
    this.catchUp = catchUp;
  }

  @Override
  public void open(OpenContext context) {
    progress = catchUp.start();
    serving = new EnumMap<>(Kind.class);
    counted.forEach((kind, affinities) -> serving.put(kind, new AffinityServing(kind, affinities)));
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    kept =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>(
                    "affinities", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    counted = new EnumMap<>(Kind.class);
    for (var kind : Kind.values()) {
      counted.put(kind, new Affinities());
    }
    for (var bytes : kept.get()) {
      restore(bytes);
    }
  }

  private void restore(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      for (var kind : Kind.values()) {
        counted.put(kind, Affinities.read(in));
      }
    }
  }

  /** While nothing is bought, what is kept is not worked out again. */
  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    progress.barrierPassed();
    if (unchanged == null) {
      var bytes = new ByteArrayOutputStream();
      var out = new DataOutputStream(bytes);
      for (var affinities : counted.values()) {
        affinities.write(out);
      }
      unchanged = bytes.toByteArray();
    }
    kept.update(List.of(unchanged));
  }

  @Override
  public void processElement1(BasketCount count, Context context, Collector<ViewWrite> out) {
    unchanged = null;
    add(Kind.PRODUCT, count, count.basket().products());
    if (!count.basket().categories().isEmpty()) {
      add(Kind.CATEGORY, count, count.basket().categories());
    }
  }

  private void add(Kind kind, BasketCount count, List<String> items) {
    serving.get(kind).changed(counted.get(kind).add(count.day(), items, count.times()));
  }

  @Override
  public void processElement2(Command command, Context context, Collector<ViewWrite> out) {
    progress.heard(command);
    long now = context.timerService().currentProcessingTime();
    if (command.name().equals(Command.REBUILD)) {
      serving.values().forEach(AffinityServing::allChanged);
    }
    if (!command.name().equals(Command.TICK)) {
      return;
    }
    if (command.eventTime() != Long.MIN_VALUE) {
      long today = Math.floorDiv(Math.min(command.eventTime(), now), DAY_MILLIS);
      counted.values().forEach(affinities -> affinities.today(today));
    }
    if (progress.caughtUp()) {
      var views = new ArrayList<ViewWrite>();
      serving.values().forEach(each -> each.serve(now, views::add));
      views.forEach(out::collect);
    }
  }
}
