package io.campaignpulse.simulators.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Cells of other files, found by a key: a join. Each file is read once for each key column. */
final class Lookups {
  private final Function<String, CsvFile> files;
  private final Map<String, Map<String, Row>> byKey = new HashMap<>();

  Lookups(Function<String, CsvFile> files) {
    this.files = files;
  }

  /** Finds the row whose key column is the given text; empty where there is none. */
  Functions.Step step(String file, String keyColumn, String column) {
    var rows = byKey.computeIfAbsent(file + "\n" + keyColumn, k -> read(file, keyColumn));
    return (text, row) -> {
      var found = rows.get(text);
      return found == null ? "" : found.get(column);
    };
  }

  private Map<String, Row> read(String file, String keyColumn) {
    var rows = new HashMap<String, Row>();
    files
        .apply(file)
        .read(
            columns -> columns.require(keyColumn, "lookup"),
            row -> rows.putIfAbsent(row.get(keyColumn), row));
    return rows;
  }
}
