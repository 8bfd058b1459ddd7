package io.campaignpulse.identity.core;

import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.ingest.core.Touch;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of one identity: whose it is, and the events that came under it alone. The link
 * with the latest event time wins, of links at one time the greatest customer id, so the order in
 * which they were learnt leaves no trace.
 */
public final class Links {
  /** How many events are remembered at most, the newest ones: see {@link #bound}. */
  public static final int MOST = 1_000;

  private String customerId;
  private long linkedAt = Long.MIN_VALUE;
  private Map<String, Touch> touches = new HashMap<>();

  /** The customer behind the identity; null while unknown. */
  public String getCustomerId() {
    return customerId;
  }

  public void setCustomerId(String customerId) {
    this.customerId = customerId;
  }

  /** Event time of the winning link, in epoch milliseconds. */
  public long getLinkedAt() {
    return linkedAt;
  }

  public void setLinkedAt(long linkedAt) {
    this.linkedAt = linkedAt;
  }

  /** The events that have to move when the link changes, by event id. */
  public Map<String, Touch> getTouches() {
    return touches;
  }

  public void setTouches(Map<String, Touch> touches) {
    this.touches = touches;
  }

  /** Learns a link; returns whether the identity is somebody else's now. */
  public boolean learn(String customer, long at) {
    if (customerId != null
        && (at < linkedAt || (at == linkedAt && customer.compareTo(customerId) <= 0))) {
      return false;
    }
    var moved = !customer.equals(customerId);
    customerId = customer;
    linkedAt = at;
    return moved;
  }

  /** Whether an event is remembered, with whatever content. */
  public boolean knows(Touch touch) {
    return touches.containsKey(touch.eventId());
  }

  /**
   * Remembers an event; returns whether it was. Of repeats that differ the one with the lesser
   * content is kept.
   */
  public boolean remember(Touch touch) {
    var known = touches.get(touch.eventId());
    if (known != null && known.content().compareTo(touch.content()) <= 0) {
      return false;
    }
    touches.put(touch.eventId(), touch);
    return true;
  }

  /** Lets go of the oldest events beyond those that are remembered at most, if there are any. */
  public boolean bound() {
    var beyond = touches.size() > MOST;
    while (touches.size() > MOST) {
      touches.remove(Collections.min(touches.values(), Page.IN_TIME).eventId());
    }
    return beyond;
  }

  /** Forgets events that happened before the cutoff, in epoch milliseconds. */
  public void forget(long cutoff) {
    touches.values().removeIf(touch -> touch.at() < cutoff);
  }
}
