package io.campaignpulse.dashboard.figures;

import io.campaignpulse.events.FieldError;

/** A parameter of a question that can't be answered as asked. */
public final class InvalidQueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient FieldError error;

  public InvalidQueryException(String field, String error) {
    super(field + ": " + error);
    this.error = new FieldError(field, error);
  }

  public FieldError error() {
    return error;
  }
}
