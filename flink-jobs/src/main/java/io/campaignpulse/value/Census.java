package io.campaignpulse.value;

import io.campaignpulse.value.core.WorthSketch;
import org.apache.flink.api.common.TaskInfo;

/** Counts the buyers of a subtask to find how their worth is spread. */
final class Census {
  private final WorthSketch buyers = new WorthSketch();
  private long repeaters;

  /**
   * Counts one.
   *
   * @param repeats whether they have bought on more than one day
   */
  void add(double worth, boolean repeats) {
    if (worth > 0) {
      buyers.add(worth);
      repeaters += repeats ? 1 : 0;
    }
  }

  ValueSketch sketch(TaskInfo task, long today, long customers) {
    return new ValueSketch(
        task.getIndexOfThisSubtask(),
        task.getNumberOfParallelSubtasks(),
        today,
        customers,
        repeaters,
        buyers.bytes());
  }
}
