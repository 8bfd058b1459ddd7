package io.campaignpulse.simulators.replay;

/** One row of a CSV file, which knows where it stands. */
final class Row {
  private final Columns columns;
  private final long line;
  private final String[] values;

  Row(Columns columns, long line, String[] values) {
    this.columns = columns;
    this.line = line;
    this.values = values;
  }

  String file() {
    return columns.file();
  }

  long line() {
    return line;
  }

  /** The cell, or an empty text where it says that nothing is known. */
  String get(String column) {
    var at = columns.index(column);
    return at < values.length ? values[at] : "";
  }

  /** A refusal of this row. */
  RowException wrong(String column, String problem) {
    return new RowException(
        "%s line %d%s: %s"
            .formatted(file(), line, column.isEmpty() ? "" : ", column " + column, problem));
  }
}
