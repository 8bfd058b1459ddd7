package io.campaignpulse.simulators.world;

import io.campaignpulse.events.EventType;
import java.time.Instant;
import java.util.Comparator;
import org.apache.avro.specific.SpecificRecord;

/**
 * One event on its way: the world sends it when it is due, which is at its event time or later.
 *
 * @param copy 0, or 1 for the repetition of an event
 */
public record Emission(Instant due, SpecificRecord event, String eventId, int copy) {
  static final Comparator<Emission> IN_ORDER =
      Comparator.comparing(Emission::due)
          .thenComparing(Emission::eventId)
          .thenComparingInt(Emission::copy);

  public EventType type() {
    return EventType.of(event);
  }
}
