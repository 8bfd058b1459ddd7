package io.campaignpulse.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.avro.ResponseType;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Reads JSON by the shape of an Avro schema, gathering every field at fault before it refuses. */
final class AvroFromJson {
  private final SpecificData model;
  private final Problems problems = new Problems();

  AvroFromJson(SpecificData model) {
    this.model = model;
  }

  SpecificRecord read(Schema schema, JsonNode json) throws InvalidRecordException {
    if (!json.isObject()) {
      throw new InvalidRecordException("", "not a JSON object");
    }
    var message = readRecord(schema, json, "");
    problems.throwIfAny();
    return message;
  }

  private SpecificRecord readRecord(Schema schema, JsonNode json, String path) {
    var message = (SpecificRecord) model.newRecord(null, schema);
    for (var field : schema.getFields()) {
      var at = path.isEmpty() ? field.name() : path + "." + field.name();
      var value = readField(field, json.get(field.name()), at);
      if (value != null) {
        message.put(field.pos(), value);
      }
    }
    return message;
  }

  private Object readField(Schema.Field field, JsonNode json, String path) {
    if (json == null || json.isNull()) {
      if (field.defaultVal() == JsonProperties.NULL_VALUE) {
        return null;
      }
      if (field.hasDefaultValue()) {
        return model.deepCopy(field.schema(), model.getDefaultValue(field));
      }
      problems.add(path, "is missing");
      return null;
    }
    return readValue(field.schema(), json, path);
  }

  private Object readValue(Schema schema, JsonNode json, String path) {
    return switch (schema.getType()) {
      case UNION -> readValue(presentBranch(schema), json, path);
      case RECORD -> readObject(schema, json, path);
      case ARRAY -> readArray(schema, json, path);
      case ENUM -> readEnum(schema, json, path);
      default -> scalar(schema, json, path);
    };
  }

  private static Schema presentBranch(Schema union) {
    for (var branch : union.getTypes()) {
      if (branch.getType() != Schema.Type.NULL) {
        return branch;
      }
    }
    throw new IllegalArgumentException(union + " allows no value");
  }

  private Object readObject(Schema schema, JsonNode json, String path) {
    if (json.isObject()) {
      return readRecord(schema, json, path);
    }
    problems.add(path, "is not an object");
    return null;
  }

  private List<Object> readArray(Schema schema, JsonNode json, String path) {
    var items = new ArrayList<>();
    if (!json.isArray()) {
      problems.add(path, "is not a list");
    }
    for (int i = 0; json.isArray() && i < json.size(); i++) {
      items.add(readValue(schema.getElementType(), json.get(i), path + "[" + i + "]"));
    }
    return items;
  }

  private Object readEnum(Schema schema, JsonNode json, String path) {
    var symbol = json.asText().trim().toUpperCase(java.util.Locale.ROOT);
    if (schema.getName().equals(ResponseType.class.getSimpleName())) {
      symbol = ResponseTypes.canonical(symbol);
    }
    if (!json.isTextual() || !schema.hasEnumSymbol(symbol)) {
      problems.add(path, json + " is none of " + String.join(", ", schema.getEnumSymbols()));
      return null;
    }
    return model.createEnum(symbol, schema);
  }

  private Object scalar(Schema schema, JsonNode json, String path) {
    try {
      return Scalars.read(schema, json);
    } catch (IllegalArgumentException e) {
      problems.add(path, e.getMessage());
      return null;
    }
  }
}
