package io.campaignpulse.response;

import io.campaignpulse.serving.ViewWrite;

/** What the operator of campaigns can do and Flink gives to no function. */
interface Reach {
  /** Makes a campaign the one that is at hand. */
  void turnTo(String campaignId);

  /** Processing time, in epoch milliseconds. */
  long now();

  /**
   * Does something between two changes. It is not kept over a restart.
   *
   * @param at processing time, in epoch milliseconds
   */
  void later(long at, Task task);

  void give(ViewWrite view);

  /** Something to do. */
  interface Task {
    void run() throws Exception;
  }
}
