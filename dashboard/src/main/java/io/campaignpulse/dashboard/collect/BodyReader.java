package io.campaignpulse.dashboard.collect;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads a body that holds many things: a JSON array, NDJSON, or a single object. */
public final class BodyReader {
  /** What some write before a text in UTF-8. */
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private BodyReader() {}

  /**
   * The things in the body. Its first character decides between array and lines; the content type
   * only breaks ties, because people set it wrong.
   */
  static List<Item> read(byte[] given, boolean saysNdjson) throws MalformedBodyException {
    var body = withoutMark(given);
    int first = firstCharacter(body);
    if (first < 0) {
      throw new MalformedBodyException("the body is empty");
    }
    if (first == '[') {
      return saysNdjson ? arrayOrLines(body) : ArrayItems.read(body);
    }
    return saysNdjson ? linesOrObject(body) : objectOrLines(body);
  }

  /** A single JSON value. */
  public static JsonNode readOne(byte[] given) throws MalformedBodyException {
    var body = withoutMark(given);
    if (firstCharacter(body) < 0) {
      throw new MalformedBodyException("the body is empty");
    }
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException e) {
      throw MalformedBodyException.of(e);
    }
  }

  private static List<Item> arrayOrLines(byte[] body) {
    try {
      return ArrayItems.read(body);
    } catch (MalformedBodyException e) {
      return LineItems.read(body);
    }
  }

  /** Reading lines as one object first would fail at each batch. */
  private static List<Item> linesOrObject(byte[] body) {
    var lines = LineItems.read(body);
    if (lines.stream().noneMatch(BodyReader::unreadable)) {
      return lines;
    }
    try {
      return asOne(body);
    } catch (MalformedBodyException e) {
      return lines;
    }
  }

  private static List<Item> objectOrLines(byte[] body) throws MalformedBodyException {
    try {
      return asOne(body);
    } catch (MalformedBodyException e) {
      var lines = LineItems.read(body);
      if (lines.stream().allMatch(BodyReader::unreadable)) {
        throw e;
      }
      return lines;
    }
  }

  private static List<Item> asOne(byte[] body) throws MalformedBodyException {
    return List.of(Item.readable(0, 1, readOne(body)));
  }

  private static boolean unreadable(Item item) {
    return item.json() == null;
  }

  private static byte[] withoutMark(byte[] body) {
    var marked = body.length >= MARK.length && Arrays.equals(body, 0, MARK.length, MARK, 0, 3);
    return marked ? Arrays.copyOfRange(body, MARK.length, body.length) : body;
  }

  private static int firstCharacter(byte[] body) {
    for (byte b : body) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return b & 0xff;
      }
    }
    return -1;
  }
}
