package io.campaignpulse.events;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;

/**
 * The moments and days that can be told: those of years of four digits. What lies beyond is a slip
 * of whoever wrote it, and can be too large to be counted in milliseconds.
 */
final class Times {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
  private static final String OUTSIDE = " is not within the years 1 to 9999";

  private Times() {}

  /** The same moment, if it can be told. */
  static Instant told(Instant moment) {
    if (moment.isBefore(FIRST) || !moment.isBefore(END)) {
      throw new IllegalArgumentException(moment + OUTSIDE);
    }
    return moment;
  }

  /** The same day, if it can be told. */
  static LocalDate told(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new IllegalArgumentException(day + OUTSIDE);
    }
    return day;
  }

  /** Checks the moments and days of a record, which need not have been read from JSON. */
  static void check(Problems problems, SpecificRecord message) {
    for (var field : message.getSchema().getFields()) {
      check(problems, field.name(), message.get(field.pos()));
    }
  }

  static void check(Problems problems, String field, Object value) {
    try {
      if (value instanceof Instant moment) {
        told(moment);
      } else if (value instanceof LocalDate day) {
        told(day);
      }
    } catch (IllegalArgumentException e) {
      problems.add(field, e.getMessage());
    }
  }
}
