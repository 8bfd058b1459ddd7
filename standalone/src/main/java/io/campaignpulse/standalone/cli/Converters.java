package io.campaignpulse.standalone.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.OptionalDouble;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Option values, each refused in words that say what would be right. */
final class Converters {
  private Converters() {}

  static final class OfDuration implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      try {
        return Duration.parse(value);
      } catch (DateTimeParseException wrong) {
        throw refused(value, "an ISO-8601 duration such as PT24H or P180D");
      }
    }
  }

  static final class OfDate implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        return LocalDate.parse(value);
      } catch (DateTimeParseException wrong) {
        throw refused(value, "a date such as 2026-03-01");
      }
    }
  }

  static final class OfCurrency implements ITypeConverter<Currency> {
    @Override
    public Currency convert(String value) {
      try {
        return Currency.getInstance(value);
      } catch (IllegalArgumentException wrong) {
        throw refused(value, "an ISO 4217 currency code such as USD");
      }
    }
  }

  static final class OfSpeed implements ITypeConverter<Speed> {
    @Override
    public Speed convert(String value) {
      try {
        return value.equals("max") ? Speed.MAX : Speed.factor(Double.parseDouble(value));
      } catch (NumberFormatException wrong) {
        throw refused(value, "a factor such as 60, or max");
      }
    }
  }

  /** A file to write when the work is done, which is too late to find that it can't be. */
  static final class OfNewFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      var file = Path.of(value).toAbsolutePath();
      var writable = Files.exists(file) ? file : file.getParent();
      if (Files.isDirectory(file) || writable == null || !Files.isWritable(writable)) {
        throw refused(value, "a file that can be written");
      }
      return file;
    }
  }

  static final class OfAddress implements ITypeConverter<URI> {
    @Override
    public URI convert(String value) {
      try {
        var address = URI.create(value);
        if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
            && address.getHost() != null) {
          return address;
        }
      } catch (IllegalArgumentException wrong) {
        // Told below.
      }
      throw refused(value, "an address such as http://127.0.0.1:7070");
    }
  }

  /** How much faster than the original; empty is as fast as it is taken. */
  record Speed(OptionalDouble factor) {
    static final Speed MAX = new Speed(OptionalDouble.empty());

    static Speed factor(double factor) {
      return new Speed(OptionalDouble.of(factor));
    }
  }

  private static TypeConversionException refused(String value, String right) {
    return new TypeConversionException("'" + value + "' is not " + right);
  }
}
