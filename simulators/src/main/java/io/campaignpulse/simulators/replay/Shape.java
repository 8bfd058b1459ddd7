package io.campaignpulse.simulators.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * The fields of a record as a mapping writes them: templates in the shape of the record's schema.
 */
sealed interface Shape {
  JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The key under which a list is written that has one item for each row of a group. */
  String EACH_ROW = "eachRow";

  JsonNode build(List<Row> rows) throws RowException;

  /** Which columns each field reads, by the field's path. */
  void columns(String path, Map<String, List<String>> found);

  static Shape parse(JsonNode yaml, Schema schema, String path, Functions functions) {
    var present = present(schema);
    return switch (present.getType()) {
      case RECORD -> parseObject(yaml, present, path, functions);
      case ARRAY -> parseList(yaml, present.getElementType(), path, functions);
      default -> new Text(template(yaml, path, functions), present.getType());
    };
  }

  private static Schema present(Schema schema) {
    return schema.getType() != Schema.Type.UNION
        ? schema
        : schema.getTypes().stream()
            .filter(branch -> branch.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow();
  }

  private static Template template(JsonNode yaml, String path, Functions functions) {
    if (!yaml.isValueNode()) {
      throw new MappingException("mapping: the field " + path + " takes a text");
    }
    return Template.parse(yaml.asText(), functions);
  }

  private static Shape parseObject(JsonNode yaml, Schema schema, String path, Functions functions) {
    if (!yaml.isObject()) {
      throw new MappingException("mapping: " + path + " takes fields, one a line");
    }
    var fields = new LinkedHashMap<String, Shape>();
    for (var entry : yaml.properties()) {
      var field = schema.getField(entry.getKey());
      if (field == null) {
        throw new MappingException(
            "mapping: %s has no field \"%s\"; it has %s"
                .formatted(
                    schema.getName(),
                    entry.getKey(),
                    schema.getFields().stream()
                        .map(Schema.Field::name)
                        .collect(Collectors.joining(", "))));
      }
      var at = path.isEmpty() ? field.name() : path + "." + field.name();
      fields.put(field.name(), parse(entry.getValue(), field.schema(), at, functions));
    }
    return new Fields(fields);
  }

  private static Shape parseList(JsonNode yaml, Schema item, String path, Functions functions) {
    if (yaml.isObject() && yaml.size() == 1 && yaml.has(EACH_ROW)) {
      return new EachRow(parse(yaml.get(EACH_ROW), item, path, functions));
    }
    if (!yaml.isArray()) {
      throw new MappingException(
          "mapping: " + path + " takes a list, or " + EACH_ROW + " with the shape of one item");
    }
    var items = new ArrayList<Shape>();
    yaml.forEach(each -> items.add(parse(each, item, path, functions)));
    return new Items(items);
  }

  /** One value; an empty text is no value. */
  record Text(Template template, Schema.Type type) implements Shape {
    @Override
    public JsonNode build(List<Row> rows) throws RowException {
      var text = template.fill(rows);
      if (text.isEmpty()) {
        return NODES.nullNode();
      }
      try {
        return switch (type) {
          case INT, LONG -> NODES.numberNode(new BigDecimal(text).toBigIntegerExact());
          case DOUBLE -> NODES.numberNode(new BigDecimal(text));
          case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(text));
          default -> NODES.textNode(text);
        };
      } catch (ArithmeticException | NumberFormatException e) {
        return NODES.textNode(text);
      }
    }

    @Override
    public void columns(String path, Map<String, List<String>> found) {
      found.merge(
          path,
          template.columns(),
          (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).distinct().toList());
    }
  }

  /** A record. */
  record Fields(Map<String, Shape> fields) implements Shape {
    @Override
    public JsonNode build(List<Row> rows) throws RowException {
      var object = NODES.objectNode();
      for (var field : fields.entrySet()) {
        object.set(field.getKey(), field.getValue().build(rows));
      }
      return object;
    }

    @Override
    public void columns(String path, Map<String, List<String>> found) {
      fields.forEach(
          (name, shape) -> shape.columns(path.isEmpty() ? name : path + "." + name, found));
    }
  }

  /** A list written out in the mapping; items without a value are left out. */
  record Items(List<Shape> items) implements Shape {
    @Override
    public JsonNode build(List<Row> rows) throws RowException {
      var array = NODES.arrayNode();
      for (var item : items) {
        var built = item.build(rows);
        if (!built.isNull()) {
          array.add(built);
        }
      }
      return array;
    }

    @Override
    public void columns(String path, Map<String, List<String>> found) {
      items.forEach(item -> item.columns(path, found));
    }
  }

  /** A list with one item for each row of the group. */
  record EachRow(Shape item) implements Shape {
    @Override
    public JsonNode build(List<Row> rows) throws RowException {
      var array = NODES.arrayNode();
      for (var row : rows) {
        array.add(item.build(List.of(row)));
      }
      return array;
    }

    @Override
    public void columns(String path, Map<String, List<String>> found) {
      item.columns(path, found);
    }
  }
}
