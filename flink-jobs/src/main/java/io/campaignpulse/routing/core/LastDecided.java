package io.campaignpulse.routing.core;

import io.campaignpulse.events.views.NewestDecisions;
import io.campaignpulse.events.views.RoutingDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * The decisions on the calls that were queued last, in whatever order they were made. A call that
 * is decided on again keeps its place.
 */
public final class LastDecided {
  private record Place(long queuedAt, String decisionId) {}

  private static final Comparator<Place> IN_TIME =
      Comparator.comparingLong(Place::queuedAt).thenComparing(Place::decisionId);

  private final TreeMap<Place, RoutingDecision> decisions = new TreeMap<>(IN_TIME);
  private boolean changed;

  /** Takes a decision, if it is one of the newest. */
  public void take(RoutingDecision decision) {
    var place = new Place(decision.queuedAt(), decision.decisionId());
    if (decisions.size() == NewestDecisions.SHOWN
        && IN_TIME.compare(place, decisions.firstKey()) < 0) {
      return;
    }
    decisions.put(place, decision);
    changed = true;
    if (decisions.size() > NewestDecisions.SHOWN) {
      decisions.pollFirstEntry();
    }
  }

  /** The decisions, the newest first. */
  public NewestDecisions newest() {
    return new NewestDecisions(new ArrayList<>(decisions.descendingMap().values()));
  }

  /**
   * Whether they are others than when this was asked last.
   *
   * @param anew whether nobody knows any more what was told then
   */
  public boolean changed(boolean anew) {
    var other = changed || anew && !decisions.isEmpty();
    changed = false;
    return other;
  }
}
