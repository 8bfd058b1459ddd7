package io.campaignpulse.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a running system to fill its serving store again. */
final class Rebuilding {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private Rebuilding() {}

  static void run(URI to, Stages stages) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(to.resolve("/api/v1/rebuild"))
            .timeout(ANSWER_WITHIN)
            .POST(BodyPublishers.noBody())
            .build();
    try {
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 202) {
        throw new Refusal("rebuild: " + to + " answered " + answer.body().strip());
      }
    } catch (IOException e) {
      throw new Refusal("rebuild: no system answers at " + to);
    }
    stages.say(
        "Rebuild ordered: every figure and next offer is written to the serving store again");
  }
}
