package io.campaignpulse.events;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lengths of time as people write them: ISO-8601 durations, in weeks too. */
final class Spans {
  private static final Pattern WEEKS =
      Pattern.compile("(?i)P(\\d{1,6})W(?:(\\d{1,6})D)?(T.+)?", Pattern.DOTALL);
  private static final Pattern BY_CALENDAR = Pattern.compile("(?i)[-+]?P[^T]*\\d[YM].*");

  private Spans() {}

  /** The same in days where it is in weeks, which not everybody who reads it knows. */
  static String inDays(String given) {
    var parts = WEEKS.matcher(given.strip());
    if (!parts.matches()) {
      return given;
    }
    long days = 7 * Long.parseLong(parts.group(1));
    days += parts.group(2) == null ? 0 : Long.parseLong(parts.group(2));
    var rest = parts.group(3) == null ? "" : parts.group(3).toUpperCase(Locale.ROOT);
    return "P" + days + "D" + rest;
  }

  /**
   * The length of what is not in weeks.
   *
   * @throws IllegalArgumentException if it is no ISO-8601 duration
   */
  static Duration read(String given) {
    try {
      return Duration.parse(given);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\""
              + given
              + (BY_CALENDAR.matcher(given).matches()
                  ? "\" names months or years, which differ in length: give weeks, days or hours"
                  : "\" is not an ISO-8601 duration such as P14D, P2W or PT36H"),
          e);
    }
  }
}
