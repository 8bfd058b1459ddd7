package io.campaignpulse.simulators.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.ReferenceKind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Feeds a running system over HTTP. While it is away or says 503 a request is tried again: events
 * carry ids, so one that got through before the connection broke is not counted twice.
 */
public final class PulseClient implements Target {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private final URI address;
  private final HttpClient http;
  private final Retries retries;

  public PulseClient(URI address) {
    this(address, Patience.DEFAULT, RetryListener.SILENT);
  }

  public PulseClient(URI address, Patience patience, RetryListener listener) {
    this.address = address;
    this.retries = new Retries(address, patience, listener);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  @Override
  public Answer events(List<? extends SpecificRecord> events) {
    return eventLines(events.stream().map(Outgoing::event).toList());
  }

  /** As {@link #events}, for events that {@link Outgoing#event} wrote before. */
  public Answer eventLines(List<String> lines) {
    return bulk("events", lines);
  }

  @Override
  public Answer reference(ReferenceKind kind, List<? extends SpecificRecord> messages) {
    var lines = messages.stream().map(message -> Outgoing.reference(kind, message)).toList();
    return bulk(kind.topic(), lines);
  }

  @Override
  public void put(ReferenceKind kind, SpecificRecord message) {
    var path = path(kind, kind.id(message));
    var body = Outgoing.reference(kind, message);
    var response =
        send(request(path, "application/json").PUT(BodyPublishers.ofString(body)).build());
    if (response.statusCode() / 100 != 2) {
      throw refused(path, response);
    }
  }

  @Override
  public boolean has(ReferenceKind kind, String id) {
    var path = path(kind, id);
    var response = send(request(path, "application/json").GET().build());
    if (response.statusCode() != 404 && response.statusCode() / 100 != 2) {
      throw refused(path, response);
    }
    return response.statusCode() != 404;
  }

  private static String path(ReferenceKind kind, String id) {
    var encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return kind.topic() + "/" + encoded;
  }

  /** A batch that is too large for the system is sent in halves. */
  private Answer bulk(String path, List<String> lines) {
    if (lines.isEmpty()) {
      return new Answer(0, List.of());
    }
    var body = lines.stream().collect(Collectors.joining("\n", "", "\n"));
    var response =
        send(request(path, "application/x-ndjson").POST(BodyPublishers.ofString(body)).build());
    if (response.statusCode() == 413 && lines.size() > 1) {
      var half = lines.size() / 2;
      return joined(
          bulk(path, lines.subList(0, half)), half, bulk(path, lines.subList(half, lines.size())));
    }
    if (response.statusCode() / 100 != 2) {
      throw refused(path, response);
    }
    return answer(path, response.body());
  }

  private static Answer joined(Answer front, int offset, Answer back) {
    var shifted =
        back.rejected().stream()
            .map(r -> new Answer.Rejection(r.index() + offset, r.eventId(), r.error()));
    return new Answer(
        front.accepted() + back.accepted(),
        Stream.concat(front.rejected().stream(), shifted).toList());
  }

  private HttpRequest.Builder request(String path, String type) {
    return HttpRequest.newBuilder(address.resolve("/api/v1/" + path))
        .timeout(ANSWER_WITHIN)
        .header("Content-Type", type);
  }

  private HttpResponse<String> send(HttpRequest request) {
    return retries.call(() -> http.send(request, BodyHandlers.ofString()));
  }

  private Answer answer(String path, String body) {
    try {
      var json = Json.MAPPER.readTree(body);
      var rejected = new ArrayList<Answer.Rejection>();
      json.path("rejected").forEach(each -> rejected.add(rejection(each)));
      return new Answer(json.path("accepted").longValue(), rejected);
    } catch (IOException e) {
      throw new TargetException(address + " answered /api/v1/" + path + " with: " + body, e);
    }
  }

  private static Answer.Rejection rejection(JsonNode json) {
    return new Answer.Rejection(
        json.path("index").intValue(),
        json.path("eventId").asText(null),
        json.path("error").asText());
  }

  private TargetException refused(String path, HttpResponse<String> response) {
    return new TargetException(
        "%s refused /api/v1/%s with %d: %s"
            .formatted(address, path, response.statusCode(), response.body().strip()));
  }
}
