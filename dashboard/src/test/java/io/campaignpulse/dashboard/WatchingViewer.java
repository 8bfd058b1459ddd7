package io.campaignpulse.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A viewer on a real socket, who keeps every frame. */
final class WatchingViewer implements WebSocket.Listener, AutoCloseable {
  private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;

  WatchingViewer(int port) {
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/live"), this)
            .join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      try {
        frames.add(Json.MAPPER.readTree(text.toString()));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  void say(String message) {
    socket.sendText(message, true).join();
  }

  /** The next frame of this type. */
  JsonNode next(String type) {
    return next(frame -> frame.get("type").asText().equals(type));
  }

  /** The next frame that is like this; others are dropped. */
  JsonNode next(Predicate<JsonNode> like) {
    try {
      while (true) {
        var frame = frames.poll(10, TimeUnit.SECONDS);
        if (frame == null) {
          throw new AssertionError("no such frame came");
        }
        if (like.test(frame)) {
          return frame;
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
