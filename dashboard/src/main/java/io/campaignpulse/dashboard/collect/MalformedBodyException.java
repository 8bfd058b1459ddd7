package io.campaignpulse.dashboard.collect;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A request's body that is no JSON, and where it stops being it. */
public final class MalformedBodyException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedBodyException(String message) {
    super(message);
  }

  static MalformedBodyException of(JsonProcessingException cause) {
    return new MalformedBodyException("malformed JSON " + where(cause));
  }

  /** Line, column and reason, on one line. */
  static String where(JsonProcessingException cause) {
    var at = cause.getLocation();
    var reason = cause.getOriginalMessage().lines().findFirst().orElse("unreadable");
    return at == null
        ? "(" + reason + ")"
        : "at line " + at.getLineNr() + ", column " + at.getColumnNr() + " (" + reason + ")";
  }
}
