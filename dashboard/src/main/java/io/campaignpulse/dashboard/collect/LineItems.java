package io.campaignpulse.dashboard.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.events.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads NDJSON; a line that can't be read stands for itself and blocks no other. */
final class LineItems {
  private LineItems() {}

  static List<Item> read(byte[] body) {
    var items = new ArrayList<Item>();
    int line = 0;
    for (int start = 0; start < body.length; ) {
      int end = endOfLine(body, start);
      line++;
      if (!blank(body, start, end)) {
        items.add(item(items.size(), line, body, start, end));
      }
      start = end + 1;
    }
    return items;
  }

  private static Item item(int index, int line, byte[] body, int start, int end) {
    try {
      return Item.readable(index, line, Json.MAPPER.readTree(body, start, end - start));
    } catch (IOException e) {
      var reason = MalformedBodyException.reason(e);
      return Item.unreadable(
          index, line, "malformed JSON at line " + line + column(e) + " (" + reason + ")");
    }
  }

  private static String column(IOException e) {
    var at = e instanceof JsonProcessingException json ? json.getLocation() : null;
    return at == null ? "" : ", column " + at.getColumnNr();
  }

  private static int endOfLine(byte[] body, int start) {
    int end = start;
    while (end < body.length && body[end] != '\n') {
      end++;
    }
    return end;
  }

  private static boolean blank(byte[] body, int start, int end) {
    for (int i = start; i < end; i++) {
      if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
