package io.campaignpulse.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The results for people. */
final class Table {
  private static final String HEAD = "%-40s %12s %23s %6s %10s %7s %7s";
  private static final String LINE =
      "%-40s %,12.0f %,11.0f-%,11.0f %6.2f %,10.0f %5.0f %% %5.0f %%";

  private static final Set<String> COLUMNS =
      Set.of(
          Throughput.EVENTS_PER_SECOND,
          Throughput.SLOWEST,
          Throughput.FASTEST,
          Throughput.CORES,
          "perCore");

  private Table() {}

  static List<String> of(JsonNode results) {
    var lines = new ArrayList<String>();
    lines.add(
        HEAD.formatted(
            "", "events/s", "slowest-fastest second", "cores", "per core", "of (a)", "of (b)"));
    for (var row : results) {
      if (row.has(Throughput.EVENTS_PER_SECOND)) {
        lines.add(throughput(row));
      }
    }
    results.forEach(row -> others(row, lines));
    return lines;
  }

  /** Figures that have no column of their own. */
  private static void others(JsonNode row, List<String> lines) {
    var others = new ArrayList<String>();
    for (var figure : row.properties()) {
      if (figure.getValue().isNumber() && !COLUMNS.contains(figure.getKey())) {
        others.add("%s %,.3f".formatted(figure.getKey(), figure.getValue().asDouble()));
      }
    }
    if (!others.isEmpty()) {
      lines.add(row.path("title").asText() + ": " + String.join(", ", others));
    }
  }

  private static String throughput(JsonNode row) {
    var ratios = row.path("ratios");
    return LINE.formatted(
        row.path("title").asText(),
        row.path(Throughput.EVENTS_PER_SECOND).asDouble(),
        row.path(Throughput.SLOWEST).asDouble(),
        row.path(Throughput.FASTEST).asDouble(),
        row.path(Throughput.CORES).asDouble(),
        row.path("perCore").asDouble(),
        ratios.path(Rows.CONSUMER).asDouble() * 100,
        ratios.path(Rows.COUNT).asDouble() * 100);
  }
}
