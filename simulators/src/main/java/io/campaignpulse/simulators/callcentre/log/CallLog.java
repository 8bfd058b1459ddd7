package io.campaignpulse.simulators.callcentre.log;

import io.campaignpulse.simulators.callcentre.log.LoggedCall.End;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the log and its daily reference, plain or gzipped. */
public final class CallLog {
  private static final String NONE = "0:00:00";
  private static final int DAY = 86_400;

  private CallLog() {}

  /** What to make of a row. */
  private interface RowReader<T> {
    T read(CSVRecord row);
  }

  /**
   * @throws IllegalArgumentException saying file and line, if a row can't be read
   */
  public static List<LoggedCall> read(Path file) throws IOException {
    return rows(file, CallLog::call);
  }

  /** The days as others counted them. */
  public static List<DayCount> readReference(Path file) throws IOException {
    return rows(file, CallLog::dayCount);
  }

  private static <T> List<T> rows(Path file, RowReader<T> reader) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    var in = Files.newInputStream(file);
    try (var text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        var lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        var parser = format.parse(lines)) {
      var all = new ArrayList<T>();
      for (var row : parser) {
        all.add(read(row, reader, file, parser.getCurrentLineNumber()));
      }
      if (all.isEmpty()) {
        throw new IllegalArgumentException(file + " has no rows");
      }
      return all;
    }
  }

  private static <T> T read(CSVRecord row, RowReader<T> reader, Path file, long line) {
    try {
      return reader.read(row);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new IllegalArgumentException(
          "%s line %d: %s".formatted(file, line, wrong.getMessage()), wrong);
    }
  }

  private static LoggedCall call(CSVRecord row) {
    var waited = number(row, "q_time");
    var queued = waited > 0 || !row.get("q_start").equals(NONE);
    var entered = seconds(row, "vru_entry");
    var arrived = seconds(row, queued ? "q_start" : "vru_exit");
    var priority = number(row, "priority");
    if (priority > 2) {
      throw new IllegalArgumentException("priority " + priority + " is none of 0, 1, 2");
    }
    return new LoggedCall(
        LocalDate.parse(row.get("date")),
        priority,
        // The date is that of the first step; a time before it is one after midnight.
        arrived < entered ? arrived + DAY : arrived,
        queued,
        waited,
        number(row, "ser_time"),
        End.valueOf(row.get("outcome")));
  }

  private static DayCount dayCount(CSVRecord row) {
    return new DayCount(
        LocalDate.parse(row.get("date")),
        number(row, "total_calls"),
        Double.parseDouble(row.get("avg_service_time")),
        Double.parseDouble(row.get("avg_queue_time")),
        number(row, "hangs"));
  }

  private static int number(CSVRecord row, String column) {
    var value = Integer.parseInt(row.get(column));
    if (value < 0) {
      throw new IllegalArgumentException(column + " is negative: " + value);
    }
    return value;
  }

  /** Of h:mm:ss, where h may be a single digit. */
  private static int seconds(CSVRecord row, String column) {
    var parts = row.get(column).split(":");
    if (parts.length != 3) {
      throw new IllegalArgumentException(column + " is no time: " + row.get(column));
    }
    return Integer.parseInt(parts[0]) * 3600
        + Integer.parseInt(parts[1]) * 60
        + Integer.parseInt(parts[2]);
  }
}
