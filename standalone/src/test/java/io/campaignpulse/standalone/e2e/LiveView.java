package io.campaignpulse.standalone.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.events.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A viewer of the live view who tells a watch all that is shown. */
final class LiveView implements WebSocket.Listener, AutoCloseable {
  private final Watch watch;
  private final StringBuilder text = new StringBuilder();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final AtomicInteger frames = new AtomicInteger();
  private final WebSocket socket;

  LiveView(URI address, Watch watch) {
    this.watch = watch;
    var live = URI.create("ws://" + address.getAuthority() + "/api/v1/live");
    this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(live, this).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      show(text.toString());
      text.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void show(String frame) {
    try {
      watch.see(Json.MAPPER.readTree(frame).path("data").path("campaigns"));
      frames.incrementAndGet();
    } catch (JsonProcessingException | AssertionError e) {
      failure.compareAndSet(null, e);
    }
  }

  int frames() {
    return frames.get();
  }

  /** Fails if anything shown so far was wrong. */
  void check() {
    if (failure.get() != null) {
      throw new AssertionError("in the live view", failure.get());
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
