package io.campaignpulse.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Reads one JSON value as the scalar that an Avro schema asks for, or says why it can't. */
final class Scalars {
  private Scalars() {}

  static Object read(Schema schema, JsonNode json) {
    var logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.TimestampMillis) {
      return instant(json);
    }
    if (logical instanceof LogicalTypes.Date) {
      return date(json);
    }
    if (logical instanceof LogicalTypes.Decimal decimal) {
      return decimal(json, decimal);
    }
    return switch (schema.getType()) {
      case STRING -> text(json);
      case LONG -> whole(json, Long.MIN_VALUE, Long.MAX_VALUE);
      case INT -> Math.toIntExact(whole(json, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case DOUBLE -> number(json);
      case BOOLEAN -> bool(json);
      default -> throw new IllegalArgumentException("no reader for " + schema.getType());
    };
  }

  private static Instant instant(JsonNode json) {
    if (json.isIntegralNumber() && json.canConvertToLong()) {
      return Times.told(Instant.ofEpochMilli(json.longValue()));
    }
    try {
      // Avro keeps milliseconds; cutting here makes both encodings of an event equal.
      return Times.told(
          OffsetDateTime.parse(json.asText()).toInstant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          json + " is not an ISO-8601 instant such as 2026-03-01T12:00:00Z");
    }
  }

  private static LocalDate date(JsonNode json) {
    try {
      return Times.told(LocalDate.parse(json.asText()));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(json + " is not a date such as 1980-12-31");
    }
  }

  private static BigDecimal decimal(JsonNode json, LogicalTypes.Decimal type) {
    try {
      var value = json.isNumber() ? json.decimalValue() : new BigDecimal(json.asText().trim());
      if (value.scale() > 40 || value.precision() - value.scale() > 16) {
        throw new IllegalArgumentException(json + " is out of range");
      }
      return value.setScale(type.getScale());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(json + " is not an amount such as 12.50");
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(json + " has more than " + type.getScale() + " decimals");
    }
  }

  private static String text(JsonNode json) {
    if (json.isTextual() || json.isNumber()) {
      return json.asText();
    }
    throw new IllegalArgumentException("is not text");
  }

  private static long whole(JsonNode json, long least, long most) {
    if (json.isIntegralNumber() && json.canConvertToLong()) {
      var value = json.longValue();
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw new IllegalArgumentException(json + " is not a whole number");
  }

  private static double number(JsonNode json) {
    if (json.isNumber()) {
      return json.doubleValue();
    }
    throw new IllegalArgumentException(json + " is not a number");
  }

  private static boolean bool(JsonNode json) {
    if (json.isBoolean()) {
      return json.booleanValue();
    }
    throw new IllegalArgumentException(json + " is neither true nor false");
  }
}
