package io.campaignpulse.dashboard.offers;

import java.util.regex.Pattern;

/** A cell of a list that is saved for spreadsheets. */
final class CsvCell {
  /** In some countries a spreadsheet separates by semicolons. */
  private static final String QUOTED = "\",;\t\r\n";

  private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r";
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private CsvCell() {}

  /** As the page saves lists: what a spreadsheet would run as a formula is made plain. */
  static String of(String text) {
    var runs =
        !text.isEmpty()
            && RUN_BY_SPREADSHEETS.indexOf(text.charAt(0)) >= 0
            && !NUMBER.matcher(text).matches();
    var plain = runs ? "'" + text : text;
    return plain.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0)
        ? '"' + plain.replace("\"", "\"\"") + '"'
        : plain;
  }
}
