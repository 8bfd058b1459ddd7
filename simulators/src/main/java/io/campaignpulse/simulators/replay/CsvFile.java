package io.campaignpulse.simulators.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header line, plain or gzipped.
 *
 * @param name as people know it, for messages
 * @param missing texts that say that a cell's value isn't known, such as NA
 */
record CsvFile(
    String name, DataFiles.Opener opener, char delimiter, Charset charset, Set<String> missing) {

  /** How many different cell texts are kept only once: identifiers and words repeat a lot. */
  private static final int SHARED_TEXTS = 200_000;

  Columns read(Consumer<Columns> header, RowReader rows) {
    try (var parser = open()) {
      var columns =
          new Columns(name, parser.getHeaderNames().stream().map(CsvFile::withoutMark).toList());
      header.accept(columns);
      var shared = new HashMap<String, String>();
      var line = parser.getCurrentLineNumber() + 1;
      for (CSVRecord cells : parser) {
        rows.read(new Row(columns, line, values(cells, shared)));
        line = parser.getCurrentLineNumber() + 1;
      }
      return columns;
    } catch (IOException | UncheckedIOException e) {
      throw new MappingException(name + " can't be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new MappingException(name + " is no CSV with a header: " + e.getMessage(), e);
    }
  }

  /** Takes one row after the other. */
  interface RowReader {
    void read(Row row);
  }

  private CSVParser open() throws IOException {
    InputStream in = opener.open();
    if (name.endsWith(".gz")) {
      in = new GZIPInputStream(in, 1 << 16);
    }
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter)
        .setHeader()
        .setSkipHeaderRecord(true)
        .setIgnoreEmptyLines(true)
        .get()
        .parse(new BufferedReader(new InputStreamReader(in, charset), 1 << 16));
  }

  private String[] values(CSVRecord cells, Map<String, String> shared) {
    var values = new String[cells.size()];
    for (int i = 0; i < values.length; i++) {
      var text = cells.get(i).strip();
      values[i] = missing.contains(text) ? "" : shared(shared, text);
    }
    return values;
  }

  private static String shared(Map<String, String> shared, String text) {
    var known = shared.get(text);
    if (known == null && shared.size() < SHARED_TEXTS) {
      shared.put(text, text);
    }
    return known == null ? text : known;
  }

  private static String withoutMark(String heading) {
    return (heading.startsWith("\uFEFF") ? heading.substring(1) : heading).strip();
  }
}
