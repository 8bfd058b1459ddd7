package io.campaignpulse.simulators.replay;

import io.campaignpulse.events.ReferenceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Reads all files of a mapping into a plan. */
final class PlanReader {
  private static final int REASONS_KEPT = 20;

  private final Mapping mapping;
  private final Map<ReferenceKind, List<SpecificRecord>> references =
      new EnumMap<>(ReferenceKind.class);
  private final List<PlannedEvent> events = new ArrayList<>();
  private final List<String> bad = new ArrayList<>();

  private PlanReader(Mapping mapping) {
    this.mapping = mapping;
  }

  static ReplayPlan read(Mapping mapping) {
    var reader = new PlanReader(mapping);
    mapping.sources().forEach(reader::read);
    reader.refuseBadRows();
    // stable: events of one instant stay in the order of the mapping and its files
    reader.events.sort(Comparator.comparingLong(PlannedEvent::at));
    return new ReplayPlan(mapping, reader.references, reader.events, reader.bad, Duration.ZERO);
  }

  private void refuseBadRows() {
    if (!bad.isEmpty() && !mapping.skipsBadRows()) {
      var first = bad.subList(0, Math.min(bad.size(), REASONS_KEPT));
      throw new MappingException(
          "%d of the rows can't be read (onBadRow: skip leaves them out):\n  %s%s"
              .formatted(
                  bad.size(),
                  String.join("\n  ", first),
                  bad.size() > REASONS_KEPT ? "\n  …" : ""));
    }
  }

  private void read(Source source) {
    var groups = new LinkedHashMap<List<String>, List<Row>>();
    source
        .file()
        .read(
            source::check,
            row -> {
              if (takes(source, row)) {
                if (source.group().isEmpty()) {
                  add(source, List.of(row));
                } else {
                  var key = source.group().stream().map(row::get).toList();
                  groups.computeIfAbsent(key, k -> new ArrayList<>(2)).add(row);
                }
              }
            });
    groups.values().forEach(rows -> add(source, rows));
  }

  private boolean takes(Source source, Row row) {
    try {
      return source.takes(row);
    } catch (RowException e) {
      bad.add(e.getMessage());
      return false;
    }
  }

  private void add(Source source, List<Row> rows) {
    try {
      var message = source.read(rows);
      if (source.event() == null) {
        references.computeIfAbsent(source.kind(), k -> new ArrayList<>()).add(message);
      } else {
        var at = (Instant) message.get(message.getSchema().getField("occurredAt").pos());
        var bytes = source.event().codec().encode(message);
        events.add(new PlannedEvent(at.toEpochMilli(), source.event(), bytes));
      }
    } catch (RowException e) {
      bad.add(e.getMessage());
    }
  }
}
