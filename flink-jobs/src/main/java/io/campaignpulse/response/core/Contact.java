package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One outbound touch, put together from its events: time, campaign, variant and channel are those
 * of the earliest.
 *
 * @param first the earliest event
 * @param statusAt the first time of each status that was reported, in epoch milliseconds
 */
record Contact(Touch first, Map<Touch.Status, Long> statusAt) {
  private static final Comparator<Touch> EARLIEST =
      Comparator.comparingLong(Touch::at).thenComparing(Touch::eventId);

  static Contact of(List<Touch> events) {
    var first = events.stream().min(EARLIEST).orElseThrow();
    var statusAt = new TreeMap<Touch.Status, Long>();
    events.forEach(event -> statusAt.merge(event.status(), event.at(), Math::min));
    return new Contact(first, statusAt);
  }

  String contactId() {
    return first.unitId();
  }

  String campaignId() {
    return first.campaignId();
  }

  String variant() {
    return first.variant();
  }

  String channel() {
    return first.channel();
  }

  /** Epoch milliseconds. */
  long at() {
    return first.at();
  }

  boolean bounced() {
    return statusAt.containsKey(Touch.Status.BOUNCED);
  }
}
