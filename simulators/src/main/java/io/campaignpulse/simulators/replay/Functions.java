package io.campaignpulse.simulators.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/**
 * The functions that a mapping may apply to a cell, such as {@code {start_date | at 09:00}}.
 *
 * @param zone where times without an offset were written down
 * @param moneyDigits decimals of the reporting currency
 */
record Functions(ZoneId zone, int moneyDigits, Lookups lookups) {

  /** A function ready to be applied; it is not asked about an empty text, except the default. */
  interface Step {
    String apply(String text, Row row);

    default boolean takesEmpty() {
      return false;
    }
  }

  Step named(String name, List<String> args) {
    return switch (name) {
      case "at" -> at(LocalTime.parse(arg(name, args, 0)));
      case "date" -> date(DateTimeFormatter.ofPattern(arg(name, args, 0), Locale.ENGLISH));
      case "time" -> args.isEmpty() ? (text, row) -> isoTime(text) : time(args.get(0));
      case "money" -> rounded(moneyDigits);
      case "decimal" -> rounded(args.isEmpty() ? 4 : Integer.parseInt(args.get(0)));
      case "over" -> over(arg(name, args, 0));
      case "times" -> times(arg(name, args, 0));
      case "abs" -> (text, row) -> number(text).abs().toPlainString();
      case "atLeast" -> atLeast(new BigDecimal(arg(name, args, 0)));
      case "default" -> orElse(arg(name, args, 0));
      case "lookup" -> lookups.step(arg(name, args, 0), arg(name, args, 1), arg(name, args, 2));
      case "upper" -> (text, row) -> text.toUpperCase(Locale.ROOT);
      case "lower" -> (text, row) -> text.toLowerCase(Locale.ROOT);
      case "replace" -> replace(arg(name, args, 0), args.size() > 1 ? args.get(1) : "");
      default -> throw new IllegalArgumentException("there is no function \"" + name + "\"");
    };
  }

  private static String arg(String name, List<String> args, int place) {
    if (place >= args.size()) {
      throw new IllegalArgumentException("the function " + name + " needs one argument more");
    }
    return args.get(place);
  }

  private Step at(LocalTime timeOfDay) {
    return (text, row) ->
        LocalDate.parse(text).atTime(timeOfDay).atZone(zone).toInstant().toString();
  }

  private static Step date(DateTimeFormatter pattern) {
    return (text, row) -> LocalDate.parse(text, pattern).toString();
  }

  private String isoTime(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeParseException e) {
      return instant(LocalDateTime.parse(text.replace(' ', 'T'))).toString();
    }
  }

  private Step time(String pattern) {
    var format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    return (text, row) -> instant(LocalDateTime.parse(text, format)).toString();
  }

  private Instant instant(LocalDateTime local) {
    return local.atZone(zone).toInstant();
  }

  private static Step rounded(int digits) {
    return (text, row) -> number(text).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Divided by another column, which counts as 1 where it is 0: a price per piece. */
  private static Step over(String column) {
    return (text, row) -> {
      var divisor = number(row.get(column));
      return divisor.signum() == 0
          ? text
          : number(text).divide(divisor.abs(), 4, RoundingMode.HALF_EVEN).toPlainString();
    };
  }

  private static Step times(String column) {
    return (text, row) -> number(text).multiply(number(row.get(column))).toPlainString();
  }

  private static Step atLeast(BigDecimal least) {
    return (text, row) -> number(text).max(least).toPlainString();
  }

  private static Step replace(String from, String to) {
    return (text, row) -> text.replace(from, to);
  }

  private static Step orElse(String other) {
    return new Step() {
      @Override
      public String apply(String text, Row row) {
        return text.isEmpty() ? other : text;
      }

      @Override
      public boolean takesEmpty() {
        return true;
      }
    };
  }

  static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a number");
    }
  }
}
