package io.campaignpulse.dashboard.collect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.campaignpulse.events.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a JSON array, element by element. */
final class ArrayItems {
  private static final ObjectReader ELEMENT =
      Json.MAPPER
          .readerFor(JsonNode.class)
          .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private ArrayItems() {}

  static List<Item> read(byte[] body) throws MalformedBodyException {
    var items = new ArrayList<Item>();
    try (var parser = Json.MAPPER.createParser(body)) {
      // a repeated field is one element's fault and not the body's: see ELEMENT
      parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(element(items.size(), parser));
      }
      if (parser.nextToken() != null) {
        var at = parser.currentTokenLocation();
        throw new MalformedBodyException(
            "malformed JSON at line "
                + at.getLineNr()
                + ", column "
                + at.getColumnNr()
                + " (something follows the array)");
      }
    } catch (IOException e) {
      throw MalformedBodyException.of(e);
    }
    return items;
  }

  private static Item element(int index, JsonParser parser) throws IOException {
    try (var tokens = new TokenBuffer(parser)) {
      tokens.forceUseOfBigDecimal(true);
      tokens.copyCurrentStructure(parser);
      try {
        return Item.readable(index, null, ELEMENT.readValue(tokens.asParser()));
      } catch (JsonProcessingException e) {
        return Item.unreadable(index, null, e.getOriginalMessage());
      }
    }
  }
}
