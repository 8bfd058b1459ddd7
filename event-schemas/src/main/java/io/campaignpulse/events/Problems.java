package io.campaignpulse.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The field errors found so far in one record. */
final class Problems {
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

  void throwIfAny() throws InvalidRecordException {
    if (!errors.isEmpty()) {
      throw new InvalidRecordException(errors);
    }
  }
}
