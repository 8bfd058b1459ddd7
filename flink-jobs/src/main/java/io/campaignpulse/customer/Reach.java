package io.campaignpulse.customer;

import io.campaignpulse.response.core.Change;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.util.OutputTag;

/** What an operator can do and Flink gives to no function. */
interface Reach {
  /** Makes a customer the one whose books are at hand. */
  void turnTo(String customer);

  /** The same state, of which those asked for last stay at hand where it is on disk. */
  <T> ValueState<T> warm(ValueState<T> kept);

  /** Processing time, in epoch milliseconds. */
  long now();

  /**
   * Does something between two events. It is not kept over a restart, and costs no state as a
   * customer's timer does.
   *
   * @param at processing time, in epoch milliseconds
   */
  void later(long at, Task task);

  void give(Change change);

  <T> void give(OutputTag<T> tag, T message);

  /** Something to do. */
  interface Task {
    void run() throws Exception;
  }
}
