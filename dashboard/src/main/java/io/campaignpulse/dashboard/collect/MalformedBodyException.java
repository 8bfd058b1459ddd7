package io.campaignpulse.dashboard.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** A request's body that is no JSON, and where it stops being it. */
public final class MalformedBodyException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedBodyException(String message) {
    super(message);
  }

  /** Of a body in memory nothing can fail but its own bytes, such as those of no character. */
  static MalformedBodyException of(IOException cause) {
    var at = cause instanceof JsonProcessingException json ? json.getLocation() : null;
    var where =
        at == null ? "" : "at line " + at.getLineNr() + ", column " + at.getColumnNr() + " ";
    return new MalformedBodyException("malformed JSON " + where + "(" + reason(cause) + ")");
  }

  /** What is wrong, on one line. */
  static String reason(IOException cause) {
    var said =
        cause instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : cause.getMessage();
    return String.valueOf(said).lines().findFirst().orElse("unreadable");
  }
}
