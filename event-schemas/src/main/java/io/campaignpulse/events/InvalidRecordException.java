package io.campaignpulse.events;

import java.util.List;
import java.util.stream.Collectors;

/** A record that can't be taken as it is, with every field at fault. */
public final class InvalidRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  public InvalidRecordException(List<FieldError> errors) {
    super(errors.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
    this.errors = List.copyOf(errors);
  }

  public InvalidRecordException(String field, String error) {
    this(List.of(new FieldError(field, error)));
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** Input data can be bad by the million: the stack says nothing that the fields don't. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
