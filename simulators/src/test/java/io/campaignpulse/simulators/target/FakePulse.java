package io.campaignpulse.simulators.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.campaignpulse.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A system that takes everything, unless it is told to misbehave first. */
public final class FakePulse implements AutoCloseable {
  /** What it does instead of answering one request. */
  public enum Mishap {
    BUSY,
    CUT_BEFORE_TAKING,
    CUT_AFTER_TAKING,
    TOO_LARGE
  }

  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final Deque<Mishap> mishaps = new ArrayDeque<>();

  /** The questions of what to offer, as they came. */
  public final List<String> asked = new ArrayList<>();

  /** What it says to them. */
  public volatile String nextOffer = "{\"decisionId\": null, \"offer\": null}";

  /** Every line taken, in order, by path; PUT bodies too. */
  public final Map<String, List<JsonNode>> taken = new LinkedHashMap<>();

  public FakePulse() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/v1/", this::handle);
    server.setExecutor(workers);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public synchronized FakePulse first(Mishap... next) {
    mishaps.addAll(List.of(next));
    return this;
  }

  public synchronized List<JsonNode> taken(String path) {
    return List.copyOf(taken.getOrDefault(path, List.of()));
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getRawPath().substring("/api/v1/".length());
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (next()) {
      case "" -> {
        if (exchange.getRequestMethod().equals("GET")) {
          tell(exchange, path);
        } else {
          answer(exchange, path.equals("events") ? 202 : 200, take(path, body));
        }
      }
      case "BUSY" -> answer(exchange, 503, "warming up");
      case "TOO_LARGE" -> answer(exchange, 413, "too large");
      case "CUT_BEFORE_TAKING" -> exchange.close();
      case "CUT_AFTER_TAKING" -> {
        take(path, body);
        exchange.close();
      }
      default -> throw new AssertionError("no such mishap");
    }
  }

  private void tell(HttpExchange exchange, String path) throws IOException {
    if (path.equals("offers/next")) {
      synchronized (this) {
        asked.add(exchange.getRequestURI().getRawQuery());
      }
      answer(exchange, 200, nextOffer);
    } else {
      answer(exchange, knows(path) ? 200 : 404, "{}");
    }
  }

  /** Whether a record was put under this path, or sent in bulk. */
  private synchronized boolean knows(String path) {
    var slash = path.indexOf('/');
    var id = path.substring(slash + 1);
    return taken.containsKey(path)
        || taken(path.substring(0, slash)).stream()
            .anyMatch(json -> json.properties().iterator().next().getValue().asText().equals(id));
  }

  private synchronized String next() {
    return mishaps.isEmpty() ? "" : mishaps.remove().name();
  }

  /** Refuses events whose id begins with "bad". */
  private synchronized String take(String path, String body) throws IOException {
    var accepted = 0;
    var rejected = new ArrayList<Map<String, Object>>();
    var lines = body.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var json = Json.MAPPER.readTree(lines.get(i));
      if (json.path("eventId").asText().startsWith("bad")) {
        rejected.add(
            Map.of("index", i, "eventId", json.get("eventId").asText(), "error", "is bad"));
      } else {
        accepted++;
        taken.computeIfAbsent(path, p -> new ArrayList<>()).add(json);
      }
    }
    return Json.MAPPER.writeValueAsString(Map.of("accepted", accepted, "rejected", rejected));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
