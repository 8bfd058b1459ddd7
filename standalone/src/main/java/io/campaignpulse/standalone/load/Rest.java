package io.campaignpulse.standalone.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.standalone.Refusal;
import io.campaignpulse.standalone.embedded.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Reads what a running system answers. */
final class Rest {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final URI system;
  private final HttpClient http = HttpClient.newHttpClient();

  Rest(URI system) {
    this.system = system;
  }

  JsonNode get(String path) {
    var request =
        HttpRequest.newBuilder(system.resolve("/api/v1/" + path)).timeout(ANSWER_WITHIN).build();
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      return Json.MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new Refusal("load: no system answers at " + system, e);
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }
}
