package io.campaignpulse.value;

import io.campaignpulse.value.core.WorthSketch;
import org.apache.flink.api.common.TaskInfo;

/** Finds in one pass over the buyers of a subtask how their worth is spread. */
final class Census {
  private final WorthSketch buyers = new WorthSketch();
  private long repeaters;

  void add(Valued valued) {
    if (valued.toldWorth > 0) {
      buyers.add(valued.toldWorth);
      repeaters += valued.toldPurchaseDays > 1 ? 1 : 0;
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
