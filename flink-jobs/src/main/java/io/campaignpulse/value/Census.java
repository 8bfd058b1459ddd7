package io.campaignpulse.value;

import io.campaignpulse.value.core.WorthSketch;
import org.apache.flink.api.common.TaskInfo;

/** Counts the customers of a subtask in one pass, and how the worth of those who buy is spread. */
final class Census {
  private final WorthSketch buyers = new WorthSketch();
  private long customers;
  private long repeaters;

  void add(Valued valued) {
    customers++;
    if (valued.toldWorth > 0) {
      buyers.add(valued.toldWorth);
      repeaters += valued.toldPurchaseDays > 1 ? 1 : 0;
    }
  }

  ValueSketch sketch(TaskInfo task, long today) {
    return new ValueSketch(
        task.getIndexOfThisSubtask(),
        task.getNumberOfParallelSubtasks(),
        today,
        customers,
        repeaters,
        buyers.bytes());
  }
}
