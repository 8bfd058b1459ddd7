package io.campaignpulse.response.core;

/**
 * When campaigns' figures are passed on and served, so that all that changed at about one time are
 * written and announced together, and reach the next frame of the live page together. Changes are
 * passed on at the same times wherever they are made, twenty times a second: five moments are in
 * the quarter of a second from frame to frame. Times are processing time in epoch milliseconds.
 */
public final class Moments {
  private static final long EVERY = 50;

  /** What is passed on at one moment arrives within this, and the one by which timers are late. */
  private static final long GATHER = 1;

  /** So far apart they are at least, however many pass on changes and whenever they do. */
  private static final long APART = 25;

  /** How many campaigns are served at a moment at most. */
  private static final int MOST_AT_ONCE = 125;

  private long next;

  /** When what is made now is passed on. */
  public static long passingOn(long now) {
    return (now / EVERY + 1) * EVERY;
  }

  /** When a campaign is served that changed now, while so many others wait. */
  public long serving(long now, int waiting) {
    var setBack = next > now + APART;
    if (next < now || setBack) {
      next = setBack ? now + GATHER : Math.max(now + GATHER, next + APART);
    }
    return next + waiting / MOST_AT_ONCE * APART;
  }
}
