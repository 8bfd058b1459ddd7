package io.campaignpulse.standalone.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.campaignpulse.events.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;

/** A viewer of the live page that counts the interactions of some campaigns. */
final class FrameWatch implements WebSocket.Listener, ResultWatch {
  private final Interactions interactions;
  private final LongConsumer counted;
  private final CompletableFuture<Void> snapshot = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private WebSocket socket;

  private FrameWatch(String campaignPrefix, LongConsumer counted) {
    this.interactions = new Interactions(campaignPrefix);
    this.counted = counted;
  }

  /**
   * Connects, and returns once the first snapshot is there.
   *
   * @param counted takes the count after each frame that has one
   */
  static FrameWatch open(URI system, String campaignPrefix, LongConsumer counted) {
    var watch = new FrameWatch(campaignPrefix, counted);
    var address = URI.create("ws" + system.toString().substring(4)).resolve("/api/v1/live");
    watch.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, watch).join();
    watch.snapshot.join();
    return watch;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      take(text.toString());
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    snapshot.completeExceptionally(error);
  }

  private void take(String frame) {
    try {
      var envelope = Json.MAPPER.readTree(frame);
      var campaigns = envelope.path("data").path("campaigns");
      campaigns.forEach(interactions::take);
      if (!campaigns.isMissingNode()) {
        counted.accept(interactions.total());
      }
      snapshot.complete(null);
    } catch (JsonProcessingException e) {
      snapshot.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
