package io.campaignpulse.serving;

import io.campaignpulse.wire.Form;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.OutputTag;

/**
 * What an operator can do and Flink gives to no function.
 *
 * @param <T> what its function gives
 */
public interface Reach<T> {
  /** Makes a key the one whose state is at hand. */
  void turnTo(String key);

  /**
   * A keyed state, of which the values asked for last stay at hand where it is on disk.
   *
   * @param form in which those are kept that were at hand a while ago
   * @param share of the heap that these may take, for all subtasks in it together
   */
  <S> ValueState<S> warm(ValueStateDescriptor<S> described, Form<S> form, double share);

  /** Processing time, in epoch milliseconds. */
  long now();

  /**
   * Does something between two events. It is not kept over a restart, and costs no state as a key's
   * timer does.
   *
   * @param at processing time, in epoch milliseconds
   */
  void later(long at, Task task);

  void give(T result);

  <S> void give(OutputTag<S> tag, S message);

  /** Something to do. */
  interface Task {
    void run() throws Exception;
  }

  /**
   * A function that needs the reach of its operator.
   *
   * @param <T> what it gives
   */
  interface Needed<T> {
    /** Told before it opens. */
    void reaching(Reach<T> reach);
  }
}
