package io.campaignpulse.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;

/** The fields of a JSON text that its schema does not have, in whatever part of it. */
final class UnknownFields {
  private final Set<String> paths = new TreeSet<>();

  private UnknownFields() {}

  /** The paths of all of them. */
  static Set<String> of(Schema schema, JsonNode json) {
    var unknown = new UnknownFields();
    unknown.look(schema, json, "");
    return unknown.paths;
  }

  private void look(Schema schema, JsonNode json, String path) {
    switch (schema.getType()) {
      case RECORD -> lookInObject(schema, json, path);
      case ARRAY -> lookInList(schema.getElementType(), json, path);
      case UNION -> schema.getTypes().forEach(type -> look(type, json, path));
      default -> {}
    }
  }

  private void lookInObject(Schema schema, JsonNode json, String path) {
    for (var named : json.properties()) {
      var at = path.isEmpty() ? named.getKey() : path + "." + named.getKey();
      var field = schema.getField(named.getKey());
      if (field == null) {
        paths.add(at);
      } else {
        look(field.schema(), named.getValue(), at);
      }
    }
  }

  private void lookInList(Schema of, JsonNode json, String path) {
    for (int i = 0; json.isArray() && i < json.size(); i++) {
      look(of, json.get(i), path + "[" + i + "]");
    }
  }
}
