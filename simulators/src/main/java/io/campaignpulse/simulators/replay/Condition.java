package io.campaignpulse.simulators.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a column must hold for its row to be taken. */
record Condition(String column, Predicate<String> holds) {

  boolean takes(Row row) throws RowException {
    try {
      return holds.test(row.get(column));
    } catch (IllegalArgumentException e) {
      throw row.wrong(column, e.getMessage());
    }
  }

  /** Reads {@code where}: each column with a text, a list of texts, or named comparisons. */
  static List<Condition> parse(JsonNode where) {
    var conditions = new ArrayList<Condition>();
    for (var entry : where.properties()) {
      var column = entry.getKey();
      var rule = entry.getValue();
      if (rule.isObject()) {
        for (var each : rule.properties()) {
          conditions.add(new Condition(column, named(each.getKey(), each.getValue())));
        }
      } else {
        conditions.add(new Condition(column, oneOf(rule)));
      }
    }
    return conditions;
  }

  private static Predicate<String> named(String name, JsonNode value) {
    return switch (name) {
      case "not" -> oneOf(value).negate();
      case "startsWith" -> text -> text.startsWith(value.asText());
      case "startsNotWith" -> text -> !text.startsWith(value.asText());
      case "present" -> text -> text.isEmpty() != value.asBoolean();
      case "over" -> compared(value, 1);
      case "under" -> compared(value, -1);
      default ->
          throw new MappingException(
              "mapping: where knows not, startsWith, startsNotWith, present, over and under, not \""
                  + name
                  + "\"");
    };
  }

  private static Predicate<String> compared(JsonNode limit, int sign) {
    var number = new BigDecimal(limit.asText());
    return text -> Functions.number(text).compareTo(number) == sign;
  }

  private static Predicate<String> oneOf(JsonNode rule) {
    var texts = new ArrayList<String>();
    if (rule.isArray()) {
      rule.forEach(each -> texts.add(each.asText()));
    } else {
      texts.add(rule.asText());
    }
    return texts::contains;
  }
}
