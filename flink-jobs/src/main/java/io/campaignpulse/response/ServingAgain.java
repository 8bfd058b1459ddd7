package io.campaignpulse.response;

import io.campaignpulse.serving.Reach;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Serves campaigns again, a little at a time: a hundred of a month have millions of minutes, for
 * which changes would wait, and which a writer would have to hold all at once. Not kept over a
 * restart, which begins anew.
 */
final class ServingAgain {
  /** How much is served at a time: a few milliseconds' work. */
  static final int SOME = 1_000;

  /** What is served of a campaign beside its minutes is about so much. */
  private static final int ALL_BUT_MINUTES = 10;

  private static final long EVERY_MILLIS = 20;

  private final Reach<?> reach;
  private final Campaigns campaigns;
  private final Set<String> left = new LinkedHashSet<>();
  private Iterator<Long> minutes = Collections.emptyIterator();

  /** The campaign whose turn it is; null between two of them. */
  private String current;

  private boolean planned;

  /** Serves the campaign at hand. */
  interface Campaigns {
    /** All minutes that have a figure; they count as served from here on. */
    Iterable<Long> takeMinutes() throws Exception;

    void serveMinute(String campaignId, long minute) throws Exception;

    /** Serves all but these minutes, and those of them that changed meanwhile. */
    void serveRest(String campaignId) throws Exception;
  }

  ServingAgain(Reach<?> reach, Campaigns campaigns) {
    this.reach = reach;
    this.campaigns = campaigns;
  }

  /** Begins, or begins anew, with the first of them at once. */
  void begin(Collection<String> all) throws Exception {
    left.addAll(all);
    current = null;
    if (!planned) {
      goOn();
    }
  }

  /** One more, which waits for its turn. */
  void add(String campaignId) {
    left.add(campaignId);
    plan(reach.now());
  }

  private void plan(long at) {
    if (!planned) {
      planned = true;
      reach.later(at, this::goOn);
    }
  }

  private void goOn() throws Exception {
    planned = false;
    if (current != null) {
      reach.turnTo(current);
    }
    int served = 0;
    while (served < SOME && (current != null || !left.isEmpty())) {
      served += serveNext();
    }
    if (current != null || !left.isEmpty()) {
      plan(reach.now() + EVERY_MILLIS);
    }
  }

  /** Minutes first: who finds the figures finds all that they are the sum of. */
  private int serveNext() throws Exception {
    if (current == null) {
      current = left.iterator().next();
      left.remove(current);
      reach.turnTo(current);
      minutes = campaigns.takeMinutes().iterator();
    }
    if (minutes.hasNext()) {
      campaigns.serveMinute(current, minutes.next());
      return 1;
    }
    campaigns.serveRest(current);
    current = null;
    return ALL_BUT_MINUTES;
  }
}
