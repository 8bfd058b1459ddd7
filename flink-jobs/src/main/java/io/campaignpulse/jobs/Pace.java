package io.campaignpulse.jobs;

/**
 * How long records may wait for company before they cross the network, in milliseconds, where that
 * is not what the job says: each edge of each subtask has a thread that looks as often for them,
 * and dozens of edges that carry next to nothing would keep a third of a core busy.
 */
public final class Pace {
  /** A few records a second: each goes at once, and no thread looks for it. */
  public static final long RARE = 0;

  /** What the job says: all that has no pace of its own. */
  public static final long USUAL = 5;

  /** What everything that somebody waits for comes of. */
  public static final long PROMPT = 3;

  /** Many at times, none of which anybody waits for. */
  public static final long UNHURRIED = 50;

  private Pace() {}
}
