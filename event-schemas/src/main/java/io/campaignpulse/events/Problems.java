package io.campaignpulse.events;

import java.util.ArrayList;
import java.util.List;

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

  void throwIfAny() throws InvalidRecordException {
    if (!errors.isEmpty()) {
      throw new InvalidRecordException(errors);
    }
  }
}
