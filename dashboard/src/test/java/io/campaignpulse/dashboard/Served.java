package io.campaignpulse.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.dashboard.ports.DeadLetters;
import io.campaignpulse.dashboard.ports.EventLog.Entry;
import io.campaignpulse.dashboard.ports.EventLog.Position;
import io.campaignpulse.dashboard.ports.MirrorProgress;
import io.campaignpulse.dashboard.ports.QueueStore;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Campaign;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A dashboard on a free port over fakes, and a client for it. */
final class Served implements DeadLetters, AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-02T12:00:30Z");
  static final String NDJSON = "application/x-ndjson";
  static final String JSON = "application/json";
  static final long BODY_LIMIT = 8L << 20;

  /** Status, headers and body of an answer. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonNode json() {
      try {
        return Json.MAPPER.readTree(response.body());
      } catch (IOException e) {
        throw new AssertionError(response.body(), e);
      }
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }
  }

  final FakeLog log = new FakeLog();
  final FakeStore store = new FakeStore();
  final FakeOfferLog offerLog = new FakeOfferLog();
  final AtomicInteger refillsOrdered = new AtomicInteger();
  final List<DeadLetter> letters = new ArrayList<>();
  volatile boolean mirrorWhole = true;

  /** Mirrors at once what the log holds. */
  private final MirrorProgress mirror =
      new MirrorProgress() {
        @Override
        public boolean await(Collection<Position> positions, Duration atMost) {
          log.entries.forEach(Served.this::mirror);
          return true;
        }

        @Override
        public boolean whole() {
          return mirrorWhole;
        }
      };

  private final HttpClient client = HttpClient.newHttpClient();
  private final Dashboard dashboard;

  Served() {
    this(null);
  }

  /**
   * @param queues in the place of those in memory; null for these
   */
  Served(QueueStore queues) {
    this.dashboard =
        Dashboard.start(
            settings(0),
            new Ports(
                log,
                mirror,
                store.references,
                store.figures,
                store.customers,
                store.customers,
                queues == null ? store : queues,
                store.affinity,
                store.offers,
                offerLog,
                refillsOrdered::incrementAndGet,
                this,
                store,
                Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  static DashboardSettings settings(int port) {
    return new DashboardSettings(
        "127.0.0.1",
        port,
        Map.of("bootstrap.servers", "127.0.0.1:1"),
        "redis://127.0.0.1:1",
        Currency.getInstance("USD"),
        true,
        BODY_LIMIT);
  }

  private void mirror(Entry entry) {
    ReferenceKind.onTopic(entry.topic())
        .ifPresent(
            kind -> {
              try {
                store.put(kind, kind.codec().decode(entry.value()));
              } catch (InvalidRecordException e) {
                throw new AssertionError(e);
              }
            });
  }

  /** A campaign that is under way, for cents a contact. */
  static Campaign campaign(String id) {
    try {
      var json =
          Json.MAPPER.readTree(
              """
              {"campaignId": "%s", "name": "Spring", "startsAt": "2026-03-01T00:00:00Z",
               "endsAt": "2026-03-31T00:00:00Z", "costPerContact": "0.05", "fixedCost": 10}"""
                  .formatted(id));
      return (Campaign) ReferenceKind.CAMPAIGNS.codec().fromJson(json);
    } catch (IOException | InvalidRecordException e) {
      throw new AssertionError(e);
    }
  }

  int port() {
    return dashboard.port();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  Answer get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  Answer post(String path, String contentType, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)));
  }

  Answer put(String path, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", JSON)
            .PUT(BodyPublishers.ofString(body)));
  }

  Answer send(HttpRequest.Builder request) throws Exception {
    return new Answer(
        client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString()));
  }

  @Override
  public List<DeadLetter> newest(int limit) {
    return letters.stream().limit(limit).toList();
  }

  @Override
  public Optional<DeadLetter> find(String id) {
    return letters.stream().filter(letter -> letter.id().equals(id)).findFirst();
  }

  @Override
  public void forEach(Consumer<DeadLetter> each) {
    letters.forEach(each);
  }

  @Override
  public long count() {
    return letters.size();
  }

  @Override
  public void close() {
    dashboard.close();
  }
}
