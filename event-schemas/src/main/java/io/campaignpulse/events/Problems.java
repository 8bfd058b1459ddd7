package io.campaignpulse.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The field errors found so far in one record. */
final class Problems {
  /** Longer than anybody's ids are: they stand in keys, state and messages, again and again. */
  private static final int LONGEST_ID = 256;

  private final List<FieldError> errors = new ArrayList<>();

  void add(String field, String error) {
    errors.add(new FieldError(field, error));
  }

  void require(boolean holds, String field, String error) {
    if (!holds) {
      add(field, error);
    }
  }

  /** For an error that takes time to word: it is worded only when it is one. */
  void require(boolean holds, String field, Supplier<String> error) {
    if (!holds) {
      add(field, error.get());
    }
  }

  /** Whether an id is as short as ids are; null is. */
  static boolean isShort(String id) {
    return id == null || id.length() <= LONGEST_ID;
  }

  /** Requires an id to be; returns whether it is. */
  boolean requireShort(String field, String id) {
    var isShort = isShort(id);
    require(isShort, field, "is longer than " + LONGEST_ID + " characters");
    return isShort;
  }

  void throwIfAny() throws InvalidRecordException {
    if (!errors.isEmpty()) {
      throw new InvalidRecordException(errors);
    }
  }
}
