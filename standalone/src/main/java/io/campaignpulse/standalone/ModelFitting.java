package io.campaignpulse.standalone;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Has a running system fit its value model, and says what came of it. */
final class ModelFitting {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String FITS = "/api/v1/value-model/fits";

  private final URI to;
  private final HttpClient http = HttpClient.newHttpClient();

  private ModelFitting(URI to) {
    this.to = to;
  }

  /**
   * Returns once the model is published.
   *
   * @param asOf the day on which the observation ends; null for that of event time
   */
  static void run(URI to, LocalDate asOf, Stages stages) throws Exception {
    var fitting = new ModelFitting(to);
    var outcome = stages.run("Value model fitted", () -> fitting.outcome(fitting.order(asOf)));
    if (!outcome.path("refusal").isNull()) {
      throw new Refusal(
          "fit-value-model: no model as of %s: %s"
              .formatted(outcome.path("asOf").asText(), outcome.path("refusal").asText()));
    }
    var model = fitting.published(outcome);
    stages.say(words(model));
  }

  private String order(LocalDate asOf) throws IOException {
    var body = asOf == null ? Map.of() : Map.of("asOf", asOf.toString());
    var request =
        HttpRequest.newBuilder(to.resolve(FITS))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)));
    var answer = send(request);
    if (answer.statusCode() != 202) {
      throw new Refusal("fit-value-model: " + to + " answered " + answer.body().strip());
    }
    return Json.MAPPER.readTree(answer.body()).path("order").asText();
  }

  private JsonNode outcome(String order) throws TimeoutException {
    return Await.present(
        PATIENCE,
        () -> get(FITS + "/last").filter(fit -> fit.path("order").asText().equals(order)));
  }

  /** The model of this fit, which is published a moment after its outcome is told. */
  private JsonNode published(JsonNode outcome) throws TimeoutException {
    return Await.present(
        PATIENCE,
        () ->
            get("/api/v1/value-model")
                .filter(model -> model.path("asOf").equals(outcome.path("asOf")))
                .filter(model -> model.path("sampleSize").equals(outcome.path("sampleSize"))));
  }

  private static String words(JsonNode model) {
    return """
          as of %s, %d customers, log-likelihood %.1f
          BG/NBD       r %.4f, alpha %.4f, a %.4f, b %.4f
          Gamma-Gamma  p %.4f, q %.4f, v %.4f"""
        .formatted(
            model.path("asOf").asText(),
            model.path("sampleSize").asLong(),
            model.path("logLikelihood").asDouble(),
            model.at("/bgNbd/r").asDouble(),
            model.at("/bgNbd/alpha").asDouble(),
            model.at("/bgNbd/a").asDouble(),
            model.at("/bgNbd/b").asDouble(),
            model.at("/gammaGamma/p").asDouble(),
            model.at("/gammaGamma/q").asDouble(),
            model.at("/gammaGamma/v").asDouble());
  }

  private Optional<JsonNode> get(String path) {
    var answer = send(HttpRequest.newBuilder(to.resolve(path)));
    try {
      return answer.statusCode() == 200
          ? Optional.of(Json.MAPPER.readTree(answer.body()))
          : Optional.empty();
    } catch (IOException e) {
      throw new Refusal("fit-value-model: " + to + " answered what is no JSON", e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(ANSWER_WITHIN).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Refusal("fit-value-model: no system answers at " + to, e);
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }
}
