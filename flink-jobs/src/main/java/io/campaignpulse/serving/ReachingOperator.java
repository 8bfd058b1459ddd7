package io.campaignpulse.serving;

import io.campaignpulse.wire.Form;
import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Runs a function and lets it turn to any key at any time, which Flink gives to no function: the
 * other ways to a few of all keys are through all that there are, and a timer in the state of each.
 *
 * @param <I> what comes for a key
 * @param <N> what comes for all of them
 * @param <T> what the function gives
 */
public final class ReachingOperator<I, N, T> extends CoBroadcastWithKeyedOperator<String, I, N, T>
    implements Reach<T> {
  private static final long serialVersionUID = 1L;

  private static final String ON_DISK = "rocksdb";

  /** Of so many keys a subtask keeps a warm state at hand: some megabytes. */
  private static final int MOST_WARM = 512;

  private final Needed<T> needing;

  private ReachingOperator(
      KeyedBroadcastProcessFunction<String, I, N, T> function,
      Needed<T> needing,
      List<MapStateDescriptor<?, ?>> broadcast) {
    super(function, broadcast);
    this.needing = needing;
  }

  /**
   * Runs this function.
   *
   * @param broadcast what it keeps that is the same for all keys
   */
  public static <
          I, N, T, F extends KeyedBroadcastProcessFunction<String, I, N, T> & Reach.Needed<T>>
      ReachingOperator<I, N, T> of(F function, MapStateDescriptor<?, ?>... broadcast) {
    return new ReachingOperator<>(function, function, List.of(broadcast));
  }

  @Override
  public void open() throws Exception {
    needing.reaching(this);
    super.open();
  }

  @Override
  public void turnTo(String key) {
    setCurrentKey(key);
  }

  @Override
  public <S> ValueState<S> warm(ValueStateDescriptor<S> described, Form<S> form, double share) {
    var kept = getRuntimeContext().getState(described);
    if (!ON_DISK.equals(getKeyedStateBackend().getBackendTypeIdentifier())) {
      return kept;
    }
    var subtasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
    var shelf = new Shelf((long) (Runtime.getRuntime().maxMemory() * share / subtasks));
    return new Warm<>(kept, form, () -> (String) getCurrentKey(), MOST_WARM, shelf);
  }

  @Override
  public long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  @Override
  public void later(long at, Task task) {
    getProcessingTimeService().registerTimer(at, time -> task.run());
  }

  @Override
  public void give(T result) {
    output.collect(new StreamRecord<>(result));
  }

  @Override
  public <S> void give(OutputTag<S> tag, S message) {
    output.collect(tag, new StreamRecord<>(message));
  }
}
