package io.campaignpulse.customer;

/**
 * When each customer is shown: at once as long as there are not too many, else when their turn
 * comes. Times are processing time in epoch milliseconds.
 */
final class ShowPlan {
  /** How many customers are shown a millisecond at most. */
  private static final int A_MILLI = 2;

  private static final long LONGEST_BURST_MILLIS = 500;

  /** Up to when turns are taken, in parts of milliseconds: one for each turn. */
  private long until;

  /** Takes a turn right now, if one is free. */
  boolean atOnce(long now) {
    long parts = now * A_MILLI;
    if (until >= parts) {
      return false;
    }
    until = Math.max(until, parts - LONGEST_BURST_MILLIS * A_MILLI) + 1;
    return true;
  }

  /** Takes the next free turn and says when it is. */
  long turn(long now) {
    until = Math.max(until, now * A_MILLI) + 1;
    return until / A_MILLI + 1;
  }
}
