package io.campaignpulse.dashboard.collect;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.dashboard.collect.Outcome.Rejection;
import io.campaignpulse.dashboard.ports.EventLog;
import io.campaignpulse.dashboard.ports.EventLog.Entry;
import io.campaignpulse.dashboard.ports.EventLog.Position;
import io.campaignpulse.events.FieldError;
import io.campaignpulse.events.InvalidRecordException;
import java.util.ArrayList;
import java.util.List;

/** Takes the good ones of many things into the log, and says of the others what is wrong. */
final class Intake {
  /** What a broker takes in one record by default, less room for its framing. */
  static final int LARGEST_RECORD = 900_000;

  /** Reads one thing as the record to append. */
  interface Admission {
    Entry admit(JsonNode json) throws InvalidRecordException;
  }

  /** What was said of each, and where the accepted ones stand in the log. */
  record Result(Outcome outcome, List<Position> positions) {}

  private final EventLog log;

  Intake(EventLog log) {
    this.log = log;
  }

  Result take(List<Item> items, String idField, Admission admission) {
    var entries = new ArrayList<Entry>(items.size());
    var rejected = new ArrayList<Rejection>();
    for (var item : items) {
      try {
        entries.add(sized(admission.admit(readable(item))));
      } catch (InvalidRecordException e) {
        rejected.add(rejection(item, idField, e));
      }
    }
    var positions = log.append(entries);
    return new Result(new Outcome(entries.size(), rejected), positions);
  }

  static Entry sized(Entry entry) throws InvalidRecordException {
    if (entry.value().length > LARGEST_RECORD) {
      throw new InvalidRecordException("", "is larger than " + LARGEST_RECORD + " bytes");
    }
    return entry;
  }

  private static JsonNode readable(Item item) throws InvalidRecordException {
    if (item.json() == null) {
      throw new InvalidRecordException("", item.unreadable());
    }
    return item.json();
  }

  private static Rejection rejection(Item item, String idField, InvalidRecordException e) {
    var id = item.json() == null ? null : item.json().get(idField);
    var shownId = id == null || !id.isValueNode() || id.isNull() ? null : id.asText();
    return new Rejection(
        item.index(), item.line(), shownId, e.getMessage(), List.<FieldError>copyOf(e.errors()));
  }
}
