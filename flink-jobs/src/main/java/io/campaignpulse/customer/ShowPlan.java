package io.campaignpulse.customer;

/**
 * When each customer is shown: at once as long as there are not too many, else when their turn
 * comes. What happened a while ago takes its time: in a backlog most customers are heard of again
 * before anybody looks. Times are processing time in epoch milliseconds.
 */
final class ShowPlan {
  /** How many parts of turns a millisecond has, and how many parts a turn takes. */
  private static final int A_MILLI = 16;

  private static final int LIVE = 8;
  private static final int PAST = 64;

  private static final long LONGEST_BURST_MILLIS = 500;
  private static final long LIVE_MILLIS = 60_000;

  /** Turns come in rounds, so that many share one waking. */
  static final long ROUND_MILLIS = 20;

  /** Up to when turns are taken, in parts. */
  private long until;

  /**
   * Takes a turn right now, if one is free.
   *
   * @param at when that happened which is to be shown
   */
  boolean atOnce(long now, long at) {
    long parts = now * A_MILLI;
    if (until >= parts) {
      return false;
    }
    until = Math.max(until, parts - LONGEST_BURST_MILLIS * A_MILLI) + turn(now, at);
    return true;
  }

  /** Takes the next free turn and says when its round is. */
  long next(long now, long at) {
    until = Math.max(until, now * A_MILLI) + turn(now, at);
    return (until / A_MILLI / ROUND_MILLIS + 1) * ROUND_MILLIS;
  }

  private static int turn(long now, long at) {
    return live(now, at) ? LIVE : PAST;
  }

  /** The clock was set back by so much: turns stay as far away as they were. */
  void setBack(long millis) {
    until -= millis * A_MILLI;
  }

  /** Whether something happened only just. */
  static boolean live(long now, long at) {
    return now - at < LIVE_MILLIS;
  }
}
