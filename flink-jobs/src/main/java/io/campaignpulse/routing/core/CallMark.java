package io.campaignpulse.routing.core;

/**
 * One thing that counts of a call in a queue.
 *
 * @param at epoch milliseconds of event time
 * @param agentId who answered; null where nobody did or nobody is named
 * @param sign 1 where it is found to count, -1 where it is found not to
 */
public record CallMark(String queue, long at, Kind kind, String agentId, int sign) {

  /** What counts. */
  public enum Kind {
    QUEUED,
    ANSWERED_IN_TIME,
    ANSWERED_LATER,
    /** So soon that it could not be answered too late. */
    ABANDONED_EARLY,
    ABANDONED_LATER
  }

  CallMark not() {
    return new CallMark(queue, at, kind, agentId, -sign);
  }
}
