package io.campaignpulse.dashboard.web;

import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a question says in its address. */
final class Queries {
  private static final Pattern PLUS = Pattern.compile(" [1-9]");

  private Queries() {}

  /** How many are wanted, and never more than the most. */
  static int limit(Context ctx, int usual, int most) {
    var given = ctx.queryParam("limit");
    if (given == null) {
      return usual;
    }
    if (!given.matches("\\d{1,6}") || Integer.parseInt(given) < 1) {
      throw new InvalidQueryException("limit", "\"" + given + "\" is not a positive number");
    }
    return Math.min(most, Integer.parseInt(given));
  }

  /** One of some words; the usual one where none is given. */
  static <E extends Enum<E>> E word(Context ctx, String name, E usual) {
    var given = ctx.queryParam(name);
    var words = usual.getDeclaringClass().getEnumConstants();
    if (given == null) {
      return usual;
    }
    return Arrays.stream(words)
        .filter(word -> word.toString().equals(given.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidQueryException(
                    name, "\"" + given + "\" is not one of " + joined(words)));
  }

  private static String joined(Enum<?>[] words) {
    return Arrays.stream(words).map(Enum::toString).collect(Collectors.joining(", "));
  }

  /**
   * A phone number; null where none is given. A plus sign that was not encoded arrives as a space,
   * which stands before no number otherwise.
   */
  static String phone(Context ctx) {
    var given = ctx.queryParam("phone");
    return given != null && PLUS.matcher(given).lookingAt()
        ? "+" + given.strip()
        : text(ctx, "phone");
  }

  /** A text that is given and not blank; else null. */
  static String text(Context ctx, String name) {
    var given = ctx.queryParam(name);
    return given == null || given.isBlank() ? null : given.strip();
  }
}
