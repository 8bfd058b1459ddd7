package io.campaignpulse.simulators.callcentre.log;

import java.time.LocalDate;

/**
 * One call of the log.
 *
 * @param priority 2: VIP, 1: identified, 0: not identified
 * @param arrived when it entered the queue, or was put through without one
 * @param queued whether it entered the queue
 * @param waited seconds in the queue
 * @param served seconds in service
 */
public record LoggedCall(
    LocalDate date, int priority, double arrived, boolean queued, int waited, int served, End end) {

  /** How a call ended. */
  public enum End {
    /** With an agent. */
    AGENT,
    /** The caller hung up: in the queue, or already in the automatic attendant. */
    HANG,
    /** Not a caller; the log doesn't say what. */
    PHANTOM
  }

  /**
   * Whether somebody wanted an agent: not one who hung up in the attendant, and no phantom, since
   * those are in nobody's hands, mostly for seconds.
   */
  boolean wantsAnAgent() {
    return end == End.AGENT || end == End.HANG && queued;
  }

  boolean answered() {
    return end == End.AGENT;
  }
}
