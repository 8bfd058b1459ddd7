package io.campaignpulse.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What all rounds came to, row by row, with the ratios between rows. */
final class Results {
  private static final double FALL = 0.85;

  private final Map<Row, Map<String, List<Double>>> byRow = new LinkedHashMap<>();

  void add(Row row, Map<String, Double> figures) {
    var rounds = byRow.computeIfAbsent(row, r -> new LinkedHashMap<>());
    figures.forEach(
        (name, value) -> rounds.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
  }

  /** The rows as they are kept: each figure is the median of its rounds. */
  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    byRow.forEach((row, rounds) -> json.set(row.id(), row(row, rounds)));
    for (var base : List.of(Rows.CONSUMER, Rows.COUNT, Rows.TOGETHER, Rows.THOUSAND_KEYS)) {
      ratios(json, base);
    }
    return json;
  }

  /** The ratios of the base and the rows below it: those above are there to be compared with. */
  private static void ratios(ObjectNode json, String base) {
    var whole = speed(json.path(base));
    var below = false;
    for (var row : json.properties()) {
      below |= row.getKey().equals(base);
      if (below) {
        ratio((ObjectNode) row.getValue(), base, whole);
      }
    }
  }

  private static ObjectNode row(Row row, Map<String, List<Double>> rounds) {
    var json = JsonNodeFactory.instance.objectNode().put("title", row.title());
    rounds.forEach((name, values) -> json.put(name, figure(name, values)));
    var cores = json.path(Throughput.CORES).asDouble();
    if (cores > 0) {
      json.put("perCore", Math.rint(speed(json) / cores));
    }
    json.putObject("ratios");
    return json;
  }

  private static double figure(String name, List<Double> rounds) {
    var value =
        switch (name) {
          case Throughput.SLOWEST -> rounds.stream().min(Double::compare).orElseThrow();
          case Throughput.FASTEST -> rounds.stream().max(Double::compare).orElseThrow();
          default -> Measurement.median(rounds);
        };
    return value > 1_000 ? Math.rint(value) : Math.rint(value * 1_000) / 1_000;
  }

  private static double speed(JsonNode row) {
    return row.path(Throughput.EVENTS_PER_SECOND).asDouble();
  }

  private static void ratio(ObjectNode row, String base, double whole) {
    if (whole > 0 && speed(row) > 0) {
      ((ObjectNode) row.path("ratios")).put(base, Math.rint(speed(row) / whole * 1_000) / 1_000);
    }
  }

  /** The ratios of measured rows that can't be compared, as what they are to was not measured. */
  static Set<String> uncompared(JsonNode before, JsonNode now) {
    var uncompared = new TreeSet<String>();
    for (var row : now.properties()) {
      before
          .path(row.getKey())
          .path("ratios")
          .fieldNames()
          .forEachRemaining(
              base -> {
                if (!row.getValue().path("ratios").has(base)) {
                  uncompared.add(row.getKey() + " to " + base);
                }
              });
    }
    return uncompared;
  }

  /** What fell by more than a run may vary, in words. */
  static List<String> falls(JsonNode before, JsonNode now) {
    var falls = new ArrayList<String>();
    now.properties()
        .forEach(
            row ->
                row.getValue()
                    .path("ratios")
                    .properties()
                    .forEach(
                        ratio -> {
                          var was = before.path(row.getKey()).path("ratios").path(ratio.getKey());
                          var is = ratio.getValue().asDouble();
                          if (is < was.asDouble() * FALL) {
                            falls.add(
                                "%s: %.1f %% of %s, was %.1f %%"
                                    .formatted(
                                        row.getKey(),
                                        is * 100,
                                        ratio.getKey(),
                                        was.asDouble() * 100));
                          }
                        }));
    return falls;
  }
}
