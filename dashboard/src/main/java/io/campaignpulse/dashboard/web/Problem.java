package io.campaignpulse.dashboard.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.campaignpulse.events.FieldError;
import io.campaignpulse.events.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/** A failed request's answer, as RFC 9457 has it, with the fields at fault. */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {
  static final String CONTENT_TYPE = "application/problem+json";

  static Problem of(int status, String detail, List<FieldError> errors) {
    return new Problem(
        "about:blank", HttpStatus.forStatus(status).getMessage(), status, detail, errors);
  }

  static Problem of(int status, String detail) {
    return of(status, detail, List.of());
  }

  void answer(Context ctx) {
    ctx.status(status).contentType(CONTENT_TYPE).result(text());
  }

  String text() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
