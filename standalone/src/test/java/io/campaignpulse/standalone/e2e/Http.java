package io.campaignpulse.standalone.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.standalone.embedded.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks a running system over HTTP. */
record Http(URI address) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  JsonNode get(String path) throws IOException, InterruptedException {
    return read(path, send(request(path).GET()));
  }

  /** The same; empty while the system says that it has no answer right now. */
  Optional<JsonNode> ask(String path) throws IOException, InterruptedException {
    var answer = send(request(path).GET());
    return answer.statusCode() == 503 ? Optional.empty() : Optional.of(read(path, answer));
  }

  private static JsonNode read(String path, HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return Json.MAPPER.readTree(answer.body());
  }

  HttpResponse<String> post(String path) throws IOException, InterruptedException {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve("/api/v1/" + path))
        .timeout(Duration.ofSeconds(30));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /** The same, or a missing node while there is no such answer. */
  JsonNode read(String path) {
    try {
      return get(path);
    } catch (IOException notYet) {
      return MissingNode.getInstance();
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }
}
