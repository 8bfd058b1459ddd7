package io.campaignpulse.dashboard.collect;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.campaignpulse.events.FieldError;
import java.util.List;

/** What became of a body that holds many things. */
public record Outcome(int accepted, List<Rejection> rejected) {
  /**
   * One thing that was not taken, and why.
   *
   * @param line where it stands, if the body was read by lines
   * @param error all that is wrong in one sentence; {@code errors} says it by field
   */
  public record Rejection(
      int index,
      @JsonInclude(JsonInclude.Include.NON_NULL) Integer line,
      @JsonInclude(JsonInclude.Include.ALWAYS) String eventId,
      String error,
      List<FieldError> errors) {}
}
