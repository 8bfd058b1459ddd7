package io.campaignpulse.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import org.apache.avro.specific.SpecificRecord;

/** Writes an Avro record as JSON of the same shape; money as a plain decimal string. */
final class JsonFromAvro {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonFromAvro() {}

  static ObjectNode write(SpecificRecord message) {
    var object = NODES.objectNode();
    for (var field : message.getSchema().getFields()) {
      object.set(field.name(), value(message.get(field.pos())));
    }
    return object;
  }

  private static JsonNode value(Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof SpecificRecord inner) {
      return write(inner);
    }
    if (value instanceof Collection<?> items) {
      var array = NODES.arrayNode();
      items.forEach(item -> array.add(value(item)));
      return array;
    }
    if (value instanceof BigDecimal money) {
      return NODES.textNode(Money.plain(money));
    }
    if (value instanceof Long number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Double number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    return NODES.textNode(value.toString());
  }
}
