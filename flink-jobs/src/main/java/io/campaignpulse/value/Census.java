package io.campaignpulse.value;

import io.campaignpulse.value.core.WorthSketch;
import org.apache.flink.api.common.TaskInfo;

/**
 * Counts the buyers of a subtask to find how their worth is spread, some at a time. Who becomes a
 * buyer meanwhile is counted, too; who stops being one may take another's turn away.
 */
final class Census {
  private final Standings standings;
  private final WorthSketch buyers = new WorthSketch();
  private long repeaters;
  private int next;

  Census(Standings standings) {
    this.standings = standings;
  }

  /** Counts so many more at most; returns whether all are counted. */
  boolean count(int most) {
    int end = Math.min(next + most, standings.size());
    for (; next < end; next++) {
      add(standings.worth(next), standings.repeats(next));
    }
    return next >= standings.size();
  }

  private void add(double worth, boolean repeats) {
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
