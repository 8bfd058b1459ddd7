package io.campaignpulse.dashboard.collect;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.dashboard.ports.EventLog.Entry;
import io.campaignpulse.events.Door;
import io.campaignpulse.events.EventType;
import io.campaignpulse.events.Identities;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.avro.CustomerRef;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** The way in for events: what passes the door is durable in the log before anyone is told so. */
public final class Collector {
  private static final String TYPES =
      Arrays.stream(EventType.values()).map(EventType::typeName).collect(Collectors.joining(", "));

  private final Intake intake;
  private final Door door;
  private final Clock clock;

  public Collector(EventLog log, Currency currency, Clock clock) {
    this.intake = new Intake(log);
    this.door = new Door(currency);
    this.clock = clock;
  }

  public Outcome collect(byte[] body, boolean saysNdjson) throws MalformedBodyException {
    var items = BodyReader.read(body, saysNdjson);
    var now = clock.instant();
    return intake.take(items, "eventId", json -> admit(json, now)).outcome();
  }

  private Entry admit(JsonNode json, Instant now) throws InvalidRecordException {
    if (!json.isObject()) {
      throw new InvalidRecordException("", "not a JSON object");
    }
    var type = type(json);
    return entry(type, door.admit(type.codec().fromJson(json), now));
  }

  /** An event that was admitted, as a record of the log. */
  public static Entry entry(EventType type, SpecificRecord event) {
    var customer = (CustomerRef) event.get(event.getSchema().getField("customer").pos());
    return new Entry(type.topic(), Identities.recordKey(customer), type.codec().encode(event));
  }

  private static EventType type(JsonNode json) throws InvalidRecordException {
    var named = json.get("type");
    if (named == null || named.isNull()) {
      throw new InvalidRecordException("type", "is missing; one of " + TYPES);
    }
    return EventType.named(named.asText())
        .orElseThrow(() -> new InvalidRecordException("type", named + " is none of " + TYPES));
  }
}
