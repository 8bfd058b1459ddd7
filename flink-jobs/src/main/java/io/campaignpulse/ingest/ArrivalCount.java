package io.campaignpulse.ingest;

import io.campaignpulse.events.views.Arrivals;

/**
 * How many records of a topic arrived in a moment.
 *
 * @param topic null for a mere sign of life
 * @param newestEvent the latest event time among them, in epoch milliseconds; {@link
 *     Long#MIN_VALUE} without any
 */
public record ArrivalCount(
    String topic, long events, long deadLetters, long late, long newestEvent) {

  static ArrivalCount of(Arrival arrival) {
    var read = arrival.touch() != null;
    return new ArrivalCount(
        arrival.origin().topic(), 1, read ? 0 : 1, 0, read ? arrival.touch().at() : Long.MIN_VALUE);
  }

  static ArrivalCount late(String topic) {
    return new ArrivalCount(topic, 0, 0, 1, Long.MIN_VALUE);
  }

  /** A record that is no event was refused. */
  static ArrivalCount refused(String topic) {
    return new ArrivalCount(topic, 0, 1, 0, Long.MIN_VALUE);
  }

  static ArrivalCount alive(long newestEvent) {
    return new ArrivalCount(null, 0, 0, 0, newestEvent);
  }

  ArrivalCount plus(ArrivalCount other) {
    return new ArrivalCount(
        topic,
        events + other.events,
        deadLetters + other.deadLetters,
        late + other.late,
        Math.max(newestEvent, other.newestEvent));
  }

  Arrivals.Count count() {
    return new Arrivals.Count(events, deadLetters, late);
  }
}
