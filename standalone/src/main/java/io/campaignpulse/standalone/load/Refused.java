package io.campaignpulse.standalone.load;

import com.fasterxml.jackson.databind.JsonNode;

/** Events that a system keeps but does not count. */
record Refused(long deadLetters, long late) {

  static Refused of(JsonNode health) {
    return new Refused(health.path("deadLetters").asLong(), health.path("lateEvents").asLong());
  }

  Refused since(Refused before) {
    return new Refused(deadLetters - before.deadLetters, late - before.late);
  }
}
