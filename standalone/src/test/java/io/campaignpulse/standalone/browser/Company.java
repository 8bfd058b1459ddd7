package io.campaignpulse.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.standalone.embedded.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A company that sends what happens to a running system, over HTTP. */
final class Company {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MINUTES);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;

  Company(URI server) {
    this.server = server;
  }

  void defines(String id, String name) {
    var campaign =
        """
        {"name":"%s","startsAt":"%s","endsAt":"%s","campaignCodes":["%s"],"plannedResponseRate":0.5}"""
            .formatted(name, hoursAgo(24), hoursAgo(-240), code(id));
    var request = HttpRequest.newBuilder(server.resolve("/api/v1/campaigns/" + id));
    var answer = send(request.PUT(BodyPublishers.ofString(campaign)));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  /** Puts customers of a segment on file. */
  void knows(String customers, int count, String segment) {
    for (int n = 0; n < count; n++) {
      var path = "/api/v1/customers/" + customers + n;
      var profile = "{\"name\":\"Eve %d\",\"segment\":\"%s\"}".formatted(n, segment);
      var request = HttpRequest.newBuilder(server.resolve(path));
      assertThat(send(request.PUT(BodyPublishers.ofString(profile))).statusCode()).isEqualTo(200);
    }
  }

  /** Puts a customer who wants no marketing on file, and waits until they are found there. */
  void knows(String id, String name) throws Exception {
    var customer = HttpRequest.newBuilder(server.resolve("/api/v1/customers/" + id));
    var profile = "{\"name\":\"%s\",\"marketingOptOut\":true}".formatted(name);
    assertThat(send(customer.PUT(BodyPublishers.ofString(profile))).statusCode()).isEqualTo(200);
    Await.until(PATIENCE, () -> send(customer.GET()).statusCode() == 200);
  }

  void contacts(String campaign, String customers, int count) {
    contacts(campaign, customers, count, "A");
  }

  void contacts(String campaign, String customers, int count, String variant) {
    events(
        count,
        n ->
            """
            {"type":"CampaignContact","eventId":"contact-%1$s-%2$s%3$d","occurredAt":"%4$s",\
            "customer":{"customerId":"%2$s%3$d"},"contactId":"%1$s-%2$s%3$d","campaignId":"%1$s",\
            "variant":"%5$s","channel":"EMAIL","status":"SENT"}"""
                .formatted(campaign, customers, n, hoursAgo(2), variant));
  }

  void isCalledBy(String customers, int count, String campaign) {
    events(
        count,
        n ->
            """
            {"type":"Call","eventId":"call-%1$s-%2$s%3$d","occurredAt":"%4$s",\
            "customer":{"customerId":"%2$s%3$d"},"callId":"%1$s-%2$s%3$d","phase":"QUEUED",\
            "queue":"sales","dialledNumber":"+49301234567","campaignCode":"%5$s"}"""
                .formatted(campaign, customers, n, hoursAgo(1), code(campaign)));
  }

  /** Calls that wait in a queue since just now. */
  void keepsWaiting(String queue, String customers, int count) {
    events(
        count,
        n ->
            """
            {"type":"Call","eventId":"waits-%1$s-%2$s%3$d","occurredAt":"%4$s",\
            "customer":{"customerId":"%2$s%3$d"},"callId":"waits-%1$s-%2$s%3$d","phase":"QUEUED",\
            "queue":"%1$s","dialledNumber":"+49301234567"}"""
                .formatted(queue, customers, n, Instant.now()));
  }

  /** No group is left without offers to compare with. */
  void leavesNobodyWithoutOffers() {
    var request = HttpRequest.newBuilder(server.resolve("/api/v1/offer-policies/CURRENT"));
    var answer = send(request.PUT(BodyPublishers.ofString("{\"silentShare\":0}")));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  /** An agent takes the next call of a queue. */
  void answers(String queue) {
    var request =
        HttpRequest.newBuilder(server.resolve("/api/v1/queues/" + queue + "/next"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"agentId\":\"eve\"}"));
    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  void sellsTo(String customers, int count, String campaign) {
    events(
        count,
        n ->
            """
            {"type":"Sale","eventId":"sale-%1$s-%2$s%3$d","occurredAt":"%4$s",\
            "customer":{"customerId":"%2$s%3$d"},"orderId":"%1$s-%2$s%3$d","kind":"ORDER",\
            "lines":[{"productId":"fridge","quantity":1,"unitPrice":"499.00"}],"amount":"499.00",\
            "channel":"WEB","campaignCode":"%5$s"}"""
                .formatted(campaign, customers, n, hoursAgo(0), code(campaign)));
  }

  private static String code(String campaign) {
    return "CODE-" + campaign;
  }

  private static Instant hoursAgo(int hours) {
    return NOW.minus(hours, ChronoUnit.HOURS);
  }

  private void events(int count, IntFunction<String> event) {
    var lines = IntStream.range(0, count).mapToObj(event).collect(Collectors.joining("\n"));
    var request =
        HttpRequest.newBuilder(server.resolve("/api/v1/events"))
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines));
    var answer = send(request);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"accepted\":" + count, "\"rejected\":[]");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
