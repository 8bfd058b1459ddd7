package io.campaignpulse.simulators.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.avro.CustomerRef;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks a running system over HTTP what to offer: once, and not for long, as a customer waits. */
public final class OffersClient implements Offers {
  private final URI address;
  private final Duration answerWithin;
  private final HttpClient http;

  public OffersClient(URI address, Duration answerWithin) {
    this.address = address;
    this.answerWithin = answerWithin;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(answerWithin)
            .build();
  }

  @Override
  public Optional<Proposal> next(CustomerRef who, String channel) {
    var question = "/api/v1/offers/next?" + identity(who) + "&channel=" + encoded(channel);
    var request = HttpRequest.newBuilder(address.resolve(question)).timeout(answerWithin).build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new TargetException(address + " answered " + response.statusCode());
      }
      return proposal(Json.MAPPER.readTree(response.body()));
    } catch (IOException | DateTimeException e) {
      throw new TargetException(address + " did not say what to offer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("interrupted while asking " + address, e);
    }
  }

  private static String identity(CustomerRef who) {
    if (who.getCustomerId() != null) {
      return "customerId=" + encoded(who.getCustomerId());
    }
    if (who.getPhone() != null) {
      return "phone=" + encoded(who.getPhone());
    }
    return who.getEmail() != null
        ? "email=" + encoded(who.getEmail())
        : "visitorId=" + encoded(who.getVisitorId());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Optional<Proposal> proposal(JsonNode json) {
    var offer = json.path("offer");
    if (!offer.path("offerId").isTextual() || !json.path("decisionId").isTextual()) {
      return Optional.empty();
    }
    return Optional.of(
        new Proposal(
            json.path("decisionId").asText(),
            Instant.parse(json.path("at").asText()),
            offer.path("offerId").asText(),
            offer.path("productId").asText(null)));
  }
}
