package io.campaignpulse.dashboard.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.campaignpulse.events.Json;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Writes the frames of one tick, each once however many viewers get it. */
final class Frames {
  private final Clock clock;
  private final Map<Object, String> written = new HashMap<>();

  Frames(Clock clock) {
    this.clock = clock;
  }

  /** The text of this frame, written now or before under the same key. */
  String write(Object key, String type, Supplier<JsonNode> data) {
    return written.computeIfAbsent(key, k -> text(type, data.get()));
  }

  void forget() {
    written.clear();
  }

  String heartbeat() {
    return text("heartbeat", JsonNodeFactory.instance.objectNode());
  }

  private String text(String type, JsonNode data) {
    var frame = JsonNodeFactory.instance.objectNode();
    frame.put("type", type).put("asOf", clock.instant().toString()).set("data", data);
    try {
      return Json.MAPPER.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
