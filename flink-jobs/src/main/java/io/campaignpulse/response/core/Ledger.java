package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Everything of one customer that can still change a figure: the set of their events, and what is
 * left of those too old to keep. The order in which events were entered leaves no trace.
 */
public final class Ledger {
  /** No timer will look at the ledger by itself. */
  public static final long UNPLANNED = Long.MAX_VALUE;

  static final Comparator<Touch> IN_TIME =
      Comparator.comparingLong(Touch::at).thenComparing(Touch::eventId);

  private final List<Touch> touches;
  private final Map<String, Settled> settled;
  private String segment;
  private long reviewAt = UNPLANNED;

  /** Of the events' ids, at their places. */
  private final Hashes ids = new Hashes();

  /** What the ledger comes to; null while it must be worked out. */
  private Statement statement;

  public Ledger() {
    this(new ArrayList<>(4), new HashMap<>(), null);
  }

  /** A ledger of these events, which must be in order of time and event id. */
  public Ledger(List<Touch> touches, Map<String, Settled> settled, String segment) {
    this.touches = touches;
    this.settled = settled;
    this.segment = segment;
    index();
  }

  private void index() {
    ids.clear();
    for (int place = 0; place < touches.size(); place++) {
      ids.add(place, touches.get(place).eventId().hashCode());
    }
  }

  /** A ledger with the same content. */
  public Ledger copy() {
    var copy = new Ledger(new ArrayList<>(touches), new HashMap<>(settled), segment);
    copy.reviewAt = reviewAt;
    return copy;
  }

  /** The events in order of time. */
  public List<Touch> touches() {
    return Collections.unmodifiableList(touches);
  }

  /** What is left of older events, by campaign. */
  public Map<String, Settled> settled() {
    return settled;
  }

  /** The customer's segment, or null. */
  public String segment() {
    return segment;
  }

  /** When a timer will see what can be forgotten, in epoch milliseconds of event time. */
  public long reviewAt() {
    return reviewAt;
  }

  public void reviewAt(long at) {
    reviewAt = at;
  }

  public boolean holds(String eventId) {
    return find(eventId) != null;
  }

  /** Whether any of it names a campaign by one of these ids, codes or numbers. */
  public boolean names(Set<String> names) {
    for (var touch : touches) {
      if (names.contains(touch.campaignId())
          || names.contains(touch.code())
          || names.contains(touch.dialled())) {
        return true;
      }
    }
    return settled.keySet().stream().anyMatch(names::contains);
  }

  /**
   * Enters an event. Of repeats that differ the one with the lesser content stays, whichever came
   * first.
   *
   * @return whether the ledger changed
   */
  public boolean enter(Touch touch) {
    var known = find(touch.eventId());
    if (known != null && known.content().compareTo(touch.content()) <= 0) {
      return false;
    }
    if (known != null) {
      drop(known);
    }
    statement = null;
    int place = place(touch);
    touches.add(place, touch);
    ids.add(place, touch.eventId().hashCode());
    return true;
  }

  /** Takes an event out again, because it turned out to be another customer's. */
  public boolean remove(String eventId) {
    var known = find(eventId);
    return known != null && drop(known);
  }

  private boolean drop(Touch touch) {
    statement = null;
    int place = place(touch);
    touches.remove(place);
    ids.remove(place);
    return true;
  }

  /** Where the event stands, or would stand if it is not there. */
  private int place(Touch touch) {
    int last = touches.size() - 1;
    if (last >= 0 && IN_TIME.compare(touches.get(last), touch) < 0) {
      return last + 1;
    }
    int place = Collections.binarySearch(touches, touch, IN_TIME);
    return place < 0 ? -place - 1 : place;
  }

  private Touch find(String eventId) {
    int hash = eventId.hashCode();
    for (int at = ids.next(hash, 0); at >= 0; at = ids.next(hash, at + 1)) {
      if (touches.get(at).eventId().equals(eventId)) {
        return touches.get(at);
      }
    }
    return null;
  }

  /** Puts the customer into a segment; returns whether that is a change. */
  public boolean assign(String newSegment) {
    var changed = !Objects.equals(segment, newSegment);
    segment = newSegment;
    return changed;
  }

  /** Forgets these events, of which this is left by campaign; no figure changes by it. */
  void settle(Set<String> forgotten, Map<String, Settled> left) {
    touches.removeIf(touch -> forgotten.contains(touch.eventId()));
    settled.clear();
    settled.putAll(left);
    index();
    statement = null;
  }

  /** What the ledger comes to as it stands. */
  Statement statement(CampaignBook book) {
    if (statement == null || statement.book() != book) {
      statement = new Statement(this, book);
    }
    return statement;
  }

  /** The campaigns changed: what the ledger came to by the old ones is void. */
  void forgetStatement() {
    statement = null;
  }

  /** Enters an event that is not known yet and that the statement holds already. */
  void enterStated(Touch touch) {
    var stated = statement;
    enter(touch);
    statement = stated;
  }

  public boolean empty() {
    return touches.isEmpty() && settled.isEmpty() && segment == null;
  }
}
