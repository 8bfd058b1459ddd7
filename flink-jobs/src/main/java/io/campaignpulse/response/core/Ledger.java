package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Everything of one customer that can still change a figure: the set of their events, and what is
 * left of those too old to keep. The order in which events were entered leaves no trace.
 */
public final class Ledger {
  private Map<String, Touch> touches = new HashMap<>();
  private Map<String, Settled> settled = new HashMap<>();
  private String segment;

  /** The events by event id. */
  public Map<String, Touch> getTouches() {
    return touches;
  }

  public void setTouches(Map<String, Touch> touches) {
    this.touches = touches;
  }

  /** What is left of older events, by campaign. */
  public Map<String, Settled> getSettled() {
    return settled;
  }

  public void setSettled(Map<String, Settled> settled) {
    this.settled = settled;
  }

  /** The customer's segment, or null. */
  public String getSegment() {
    return segment;
  }

  public void setSegment(String segment) {
    this.segment = segment;
  }

  public boolean holds(String eventId) {
    return touches.containsKey(eventId);
  }

  /**
   * Enters an event. Of repeats that differ the one with the lesser content stays, whichever came
   * first.
   *
   * @return whether the ledger changed
   */
  public boolean enter(Touch touch) {
    var known = touches.get(touch.eventId());
    if (known != null && known.content().compareTo(touch.content()) <= 0) {
      return false;
    }
    touches.put(touch.eventId(), touch);
    return true;
  }

  /** Takes an event out again, because it turned out to be another customer's. */
  public boolean remove(String eventId) {
    return touches.remove(eventId) != null;
  }

  /** Puts the customer into a segment; returns whether that is a change. */
  public boolean assign(String newSegment) {
    var changed = !Objects.equals(segment, newSegment);
    segment = newSegment;
    return changed;
  }

  public boolean empty() {
    return touches.isEmpty() && settled.isEmpty() && segment == null;
  }
}
