package io.campaignpulse.events;

/** What is wrong with one field; the path is as in JSON, such as {@code lines[0].quantity}. */
public record FieldError(String field, String error) {
  @Override
  public String toString() {
    return field.isEmpty() ? error : field + ": " + error;
  }
}
