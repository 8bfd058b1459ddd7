package io.campaignpulse.dashboard.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.events.Json;

/** A viewer's place in the hub: what they say comes in here. */
public final class Seat implements AutoCloseable {
  private static final String QUEUES = "queues";

  private final LiveHub hub;
  private final Viewer viewer;

  Seat(LiveHub hub, Viewer viewer) {
    this.hub = hub;
    this.viewer = viewer;
  }

  /**
   * Takes {@code {"watch": "campaign"}}, {@code {"watch": {"topic": "queues"}}} or {@code {"watch":
   * null}}; other words mean nothing.
   */
  public void said(String message) {
    try {
      var json = Json.MAPPER.readTree(message);
      if (json.isObject() && json.has("watch")) {
        var watched = json.get("watch");
        var topic = watched.path("topic").asText();
        hub.watch(viewer, watched.isTextual() ? watched.asText() : null, QUEUES.equals(topic));
      }
    } catch (JsonProcessingException e) {
      // a viewer who stammers is still a viewer
    }
  }

  @Override
  public void close() {
    hub.leave(viewer);
  }
}
