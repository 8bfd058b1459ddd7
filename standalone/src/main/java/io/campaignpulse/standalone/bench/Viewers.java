package io.campaignpulse.standalone.bench;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.simulators.load.LoadMix;
import io.campaignpulse.simulators.load.LoadPlan;
import io.campaignpulse.simulators.load.OpenLoad;
import io.campaignpulse.simulators.load.Wire;
import io.campaignpulse.simulators.target.PulseClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;

/** What a thousand viewers of a moving page cost the system that serves them. */
final class Viewers implements RowOnWhole {
  private static final int VIEWERS = 1_000;
  private static final double EVENTS_PER_SECOND = 200;
  private static final int SECONDS = 8;

  /** No other load has this or a later one. */
  private static final long FIRST_SEED = 2_000;

  @Override
  public String id() {
    return "viewers";
  }

  @Override
  public String title() {
    return "1,000 viewers of a moving page";
  }

  @Override
  public Map<String, Double> measure(BenchSetup setup) throws Exception {
    var system = setup.whole().process();
    var client = new PulseClient(system.address());
    busy(system, client, 1);
    var heap = system.heap();
    var frames = new LongAdder();
    var sockets = open(system.address(), frames);
    busy(system, client, 2);
    frames.reset();
    var watched = busy(system, client, 3);
    var seen = frames.sum();
    var watching = system.heap();
    sockets.forEach(WebSocket::abort);
    // Last, as code that is not compiled yet is slower: it would count for the viewers otherwise.
    busy(system, client, 4);
    var idle = busy(system, client, 5);
    var figures = new LinkedHashMap<String, Double>();
    figures.put("coresForViewers", watched - idle);
    figures.put("coresWithoutViewers", idle);
    figures.put("framesPerSecondAndViewer", seen / (double) VIEWERS / SECONDS);
    figures.put("heapBytesPerViewer", (watching - heap) / (double) VIEWERS);
    return figures;
  }

  /** Cores at work while events come in. */
  private static double busy(SystemProcess system, PulseClient client, long seed)
      throws IOException, InterruptedException {
    // Each seed has campaigns of its own: without them nothing on the page would move.
    client.reference(ReferenceKind.CAMPAIGNS, plan(seed).referenceCampaigns());
    var before = system.workedSeconds();
    var began = System.nanoTime();
    new OpenLoad<>(plan(seed), Wire.http(client), 2)
        .run(0, (long) (EVENTS_PER_SECOND * SECONDS), System.nanoTime());
    return (system.workedSeconds() - before) / ((System.nanoTime() - began) / 1e9);
  }

  private static LoadPlan plan(long seed) {
    return new LoadPlan(
        FIRST_SEED + seed, Instant.now(), EVENTS_PER_SECOND, LoadMix.even(10, 1_000));
  }

  private static List<WebSocket> open(URI system, LongAdder frames) {
    var address = URI.create("ws" + system.toString().substring(4)).resolve("/api/v1/live");
    var http = HttpClient.newHttpClient();
    var sockets = new ArrayList<WebSocket>();
    for (int i = 0; i < VIEWERS; i++) {
      sockets.add(http.newWebSocketBuilder().buildAsync(address, new Counting(frames)).join());
    }
    return sockets;
  }

  private record Counting(LongAdder frames) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      if (last) {
        frames.increment();
      }
      from.request(1);
      return null;
    }
  }
}
