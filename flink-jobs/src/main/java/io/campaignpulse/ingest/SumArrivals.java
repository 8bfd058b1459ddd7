package io.campaignpulse.ingest;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sums what arrived and serves it, which is also the jobs' sign of life. State is one count a
 * topic.
 */
final class SumArrivals
    extends KeyedBroadcastProcessFunction<String, ArrivalCount, Command, ViewWrite>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final CatchUp catchUp;
  private transient CatchUp.Progress progress;
  private transient MapState<String, Arrivals.Count> byTopic;
  private transient ValueState<Long> newest;
  private transient ValueState<Long> version;

  SumArrivals(CatchUp catchUp) {
    this.catchUp = catchUp;
  }

  @Override
  public void open(OpenContext context) {
    var runtime = getRuntimeContext();
    byTopic =
        runtime.getMapState(
            new MapStateDescriptor<>(
                "by-topic", Types.STRING, TypeInformation.of(Arrivals.Count.class)));
    newest = runtime.getState(new ValueStateDescriptor<>("newest", Types.LONG));
    version = runtime.getState(new ValueStateDescriptor<>("version", Types.LONG));
    progress = catchUp.start();
  }

  @Override
  public void processElement(ArrivalCount count, ReadOnlyContext context, Collector<ViewWrite> out)
      throws Exception {
    if (count.topic() != null) {
      var sum = byTopic.get(count.topic());
      byTopic.put(count.topic(), (sum == null ? Arrivals.Count.NONE : sum).plus(count.count()));
      var known = newest.value();
      newest.update(known == null ? count.newestEvent() : Math.max(known, count.newestEvent()));
    }
    var arrivals = serve(context.timerService().currentProcessingTime());
    out.collect(ViewWrite.of(RedisKeys.ARRIVALS, null, arrivals, null, null));
  }

  private Arrivals serve(long now) throws Exception {
    var next = version.value() == null ? now : Math.max(version.value() + 1, now);
    version.update(next);
    var latest = newest.value() == null || newest.value() == Long.MIN_VALUE ? null : newest.value();
    if (!progress.caughtUp()) {
      return new Arrivals(next, now, latest, true, Map.of());
    }
    var counts = new TreeMap<String, Arrivals.Count>();
    for (var entry : byTopic.entries()) {
      counts.put(entry.getKey(), entry.getValue());
    }
    return new Arrivals(next, now, latest, false, counts);
  }

  @Override
  public void processBroadcastElement(Command command, Context context, Collector<ViewWrite> out) {
    progress.heard(command);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    progress.barrierPassed();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {}
}
