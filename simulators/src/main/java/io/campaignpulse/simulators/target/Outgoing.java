package io.campaignpulse.simulators.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.EventType;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.ReferenceKind;
import org.apache.avro.specific.SpecificRecord;

/** Records as the lines that are sent over HTTP: JSON of the Avro shape, absent fields left out. */
public final class Outgoing {
  private Outgoing() {}

  public static String event(SpecificRecord event) {
    var type = EventType.of(event);
    var json = type.codec().toJson(event);
    json.put("type", type.typeName());
    return text(json);
  }

  public static String reference(ReferenceKind kind, SpecificRecord message) {
    return text(kind.codec().toJson(message));
  }

  private static String text(ObjectNode json) {
    try {
      json.properties().removeIf(field -> field.getValue().isNull());
      json.properties()
          .forEach(
              field -> {
                if (field.getValue() instanceof ObjectNode inner) {
                  inner.properties().removeIf(each -> each.getValue().isNull());
                }
              });
      return Json.MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + json, e);
    }
  }
}
