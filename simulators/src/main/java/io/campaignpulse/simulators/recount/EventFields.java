package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.avro.CustomerRef;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** The fields that every event has. */
final class EventFields {
  private EventFields() {}

  static String eventId(SpecificRecord event) {
    return (String) get(event, "eventId");
  }

  static Instant occurredAt(SpecificRecord event) {
    return (Instant) get(event, "occurredAt");
  }

  static CustomerRef customer(SpecificRecord event) {
    return (CustomerRef) get(event, "customer");
  }

  private static Object get(SpecificRecord event, String field) {
    return event.get(event.getSchema().getField(field).pos());
  }
}
