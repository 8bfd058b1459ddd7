package io.campaignpulse.value;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Passes on the samples of all subtasks together, once none is missing. Keyed by order; a sample
 * whose companions never came is forgotten after a while.
 */
final class GatherSamples extends KeyedProcessFunction<String, FitSample, List<FitSample>> {
  private static final long serialVersionUID = 1L;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private transient MapState<Integer, FitSample> samples;

  @Override
  public void open(OpenContext context) {
    var descriptor =
        new MapStateDescriptor<>("samples", Types.INT, TypeInformation.of(FitSample.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(PATIENCE).build());
    samples = getRuntimeContext().getMapState(descriptor);
  }

  @Override
  public void processElement(FitSample sample, Context context, Collector<List<FitSample>> out)
      throws Exception {
    samples.put(sample.subtask(), sample);
    var all = new ArrayList<FitSample>();
    samples.values().forEach(all::add);
    if (all.size() == sample.of()) {
      samples.clear();
      out.collect(all);
    }
  }
}
