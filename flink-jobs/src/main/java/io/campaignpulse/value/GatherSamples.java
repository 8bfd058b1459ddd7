package io.campaignpulse.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Passes on the samples of all subtasks together, once none is missing. One for the whole job. Of
 * orders whose samples never all came, as after a change of parallelism, only the last few are
 * kept.
 */
final class GatherSamples extends ProcessFunction<FitSample, List<FitSample>>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final int ORDERS_AT_A_TIME = 4;

  private transient ListState<FitSample> kept;
  private transient Map<String, Map<Integer, FitSample>> waiting;

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    kept =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("samples", FitSample.class));
    waiting = new LinkedHashMap<>();
    kept.get().forEach(this::add);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    kept.update(waiting.values().stream().flatMap(order -> order.values().stream()).toList());
  }

  private Map<Integer, FitSample> add(FitSample sample) {
    var order = waiting.computeIfAbsent(sample.order(), id -> new LinkedHashMap<>());
    order.put(sample.subtask(), sample);
    if (waiting.size() > ORDERS_AT_A_TIME) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    return order;
  }

  @Override
  public void processElement(FitSample sample, Context context, Collector<List<FitSample>> out) {
    var order = add(sample);
    if (order.size() == sample.of()) {
      waiting.remove(sample.order());
      out.collect(new ArrayList<>(order.values()));
    }
  }
}
