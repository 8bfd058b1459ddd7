package io.campaignpulse.response.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * When campaigns' figures are passed on and served, so that all that changed at about one time are
 * written and announced together, and reach the next frame of the live page together. Changes are
 * passed on at the same times wherever they are made, twenty times a second: five moments are in
 * the quarter of a second from frame to frame. Times are processing time in epoch milliseconds.
 */
public final class Moments {
  /** No other look is needed than the one that is planned, or none at all. */
  public static final long PLANNED = -1;

  private static final long EVERY = 50;

  /** By this and the one by which timers are late, what is passed on at one moment mostly came. */
  private static final long GATHER = 1;

  /** So long is waited at most for what is still coming. */
  private static final long PATIENCE = 10;

  /** So far apart they are at least, however many pass on changes and whenever they do. */
  private static final long APART = 25;

  /** How many campaigns are served at a moment at most. */
  private static final int MOST_AT_ONCE = 125;

  private final Set<String> waiting = new LinkedHashSet<>();
  private long moment;
  private long lastChange;
  private boolean planned;

  /** When what is made now is passed on. */
  public static long passingOn(long now) {
    return (now / EVERY + 1) * EVERY;
  }

  /** Takes note of a campaign that changed; returns when to look for those that are due. */
  public long changed(String campaignId, long now) {
    waiting.add(campaignId);
    lastChange = now;
    if (planned) {
      return PLANNED;
    }
    planned = true;
    plan(now);
    return moment;
  }

  /** After a clock was set back the last moment lies ahead. */
  private void plan(long now) {
    var soonest = now + GATHER;
    moment = moment > now ? soonest : Math.max(soonest, moment + APART);
  }

  /**
   * The campaigns to be served now, those that changed first first, which are not waiting any more;
   * none while others keep coming.
   */
  public List<String> due(long now) {
    var due = new ArrayList<String>();
    if (!gathering(now)) {
      var campaigns = waiting.iterator();
      while (campaigns.hasNext() && due.size() < MOST_AT_ONCE) {
        due.add(campaigns.next());
        campaigns.remove();
      }
    }
    return due;
  }

  /** Whoever is told by several at different times would wait for ever without an end to it. */
  private boolean gathering(long now) {
    var coming = now - lastChange <= GATHER;
    return coming && moment <= now && now - moment < PATIENCE;
  }

  /** When to look again for those that are due. */
  public long next(long now) {
    planned = !waiting.isEmpty();
    if (!planned) {
      return PLANNED;
    }
    if (gathering(now)) {
      return now + GATHER;
    }
    plan(now);
    return moment;
  }

  /** Forgets who is waiting, as all are served; the look that was planned is one too many. */
  public void clear() {
    waiting.clear();
    planned = false;
  }
}
