package io.campaignpulse.dashboard.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.dashboard.ports.EventLog.Entry;
import io.campaignpulse.dashboard.ports.MirrorProgress;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.ReferenceDoor;
import io.campaignpulse.events.ReferenceKind;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The way in for reference data; who reads right after writing finds what was written. */
public final class ReferenceIntake {
  /** The log has it: after this long the caller is told so, readable yet or not. */
  static final Duration READABLE_WITHIN = Duration.ofSeconds(3);

  private final EventLog log;
  private final MirrorProgress mirror;
  private final ReferenceDoor door;

  public ReferenceIntake(EventLog log, MirrorProgress mirror, Currency currency) {
    this.log = log;
    this.mirror = mirror;
    this.door = new ReferenceDoor(currency);
  }

  /** Creates or replaces the record with this id and returns it as stored. */
  public ObjectNode put(ReferenceKind kind, String id, byte[] body)
      throws MalformedBodyException, InvalidRecordException {
    var json = BodyReader.readOne(body);
    if (!(json instanceof ObjectNode given)) {
      throw new InvalidRecordException("", "not a JSON object");
    }
    var named = given.get(kind.idField());
    if (named != null && !named.isNull() && !named.asText().equals(id)) {
      throw new InvalidRecordException(
          kind.idField(), named + " is not the id in the address, \"" + id + "\"");
    }
    var stored = door.admit(kind, given.put(kind.idField(), id));
    var positions = log.append(List.of(Intake.sized(entry(kind, stored))));
    mirror.await(positions, READABLE_WITHIN);
    return kind.codec().toJson(stored);
  }

  public Outcome take(ReferenceKind kind, byte[] body, boolean saysNdjson)
      throws MalformedBodyException {
    var items = BodyReader.read(body, saysNdjson);
    var result = new Intake(log).take(items, kind.idField(), json -> admit(kind, json));
    mirror.await(result.positions(), READABLE_WITHIN);
    return result.outcome();
  }

  private Entry admit(ReferenceKind kind, JsonNode json) throws InvalidRecordException {
    if (!json.isObject()) {
      throw new InvalidRecordException("", "not a JSON object");
    }
    return entry(kind, door.admit(kind, json));
  }

  static Entry entry(ReferenceKind kind, SpecificRecord message) {
    return new Entry(kind.topic(), kind.id(message), kind.codec().encode(message));
  }
}
