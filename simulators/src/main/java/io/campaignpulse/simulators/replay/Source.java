package io.campaignpulse.simulators.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.Door;
import io.campaignpulse.events.EventType;
import io.campaignpulse.events.FieldError;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.ReferenceDoor;
import io.campaignpulse.events.ReferenceKind;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * One file of a mapping and what its rows become: events of one type, or reference records.
 *
 * @param event the type of its events, or null where it holds reference data
 * @param kind the kind of its reference data, or null where it holds events
 * @param group columns by which rows are joined into one event; empty where each row is one
 */
record Source(
    CsvFile file,
    EventType event,
    ReferenceKind kind,
    List<Condition> where,
    List<String> group,
    Shape fields,
    Currency currency) {
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

  static Schema schema(EventType event, ReferenceKind kind) {
    return event != null ? event.codec().schema() : kind.codec().schema();
  }

  /** Refuses a mapping that names columns which the file doesn't have. */
  void check(Columns columns) {
    where.forEach(condition -> columns.require(condition.column(), "where"));
    group.forEach(column -> columns.require(column, "group"));
    columnsByField()
        .forEach(
            (field, wanted) ->
                wanted.forEach(column -> columns.require(column, "the field " + field)));
  }

  boolean takes(Row row) throws RowException {
    for (var condition : where) {
      if (!condition.takes(row)) {
        return false;
      }
    }
    return true;
  }

  /** The record that these rows make, checked as the system will check it. */
  SpecificRecord read(List<Row> rows) throws RowException {
    var json = (ObjectNode) fields.build(rows);
    try {
      return event != null ? event(json, rows.get(0)) : reference(json);
    } catch (InvalidRecordException e) {
      throw located(e.errors().get(0), rows);
    }
  }

  /** An event that is given no id is named after its file and line: the same on every replay. */
  private SpecificRecord event(ObjectNode json, Row first) throws InvalidRecordException {
    if (json.path("eventId").isMissingNode()) {
      json.put("eventId", first.file() + ":" + first.line());
    }
    SpecificRecord message = event.codec().fromJson(json);
    return new Door(currency).admit(message, Instant.ofEpochSecond(253_402_300_799L));
  }

  private SpecificRecord reference(JsonNode json) throws InvalidRecordException {
    var filled = (ObjectNode) json;
    filled.properties().removeIf(field -> field.getValue().isNull());
    return new ReferenceDoor(currency).admit(kind, filled);
  }

  private RowException located(FieldError error, List<Row> rows) {
    var index = INDEX.matcher(error.field());
    var place = index.find() ? Integer.parseInt(index.group(1)) : 0;
    var row = rows.get(Math.min(place, rows.size() - 1));
    var field = INDEX.matcher(error.field()).replaceAll("");
    var columns =
        columnsByField().entrySet().stream()
            .filter(each -> each.getKey().equals(field) || each.getKey().startsWith(field + "."))
            .flatMap(each -> each.getValue().stream())
            .distinct()
            .collect(Collectors.joining(", "));
    return row.wrong(columns, "the field " + error);
  }

  private Map<String, List<String>> columnsByField() {
    var found = new HashMap<String, List<String>>();
    fields.columns("", found);
    return found;
  }
}
