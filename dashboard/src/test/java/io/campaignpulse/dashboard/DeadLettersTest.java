package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.dashboard.ports.DeadLetters.DeadLetter;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.views.Arrivals;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private Served served;

  @BeforeEach
  void start() {
    served = new Served();
    letter("web-visits-0-17", "web-visits", "{\"eventId\": 1}");
    letter(
        "web-visits-0-18",
        "web-visits",
        """
        {"eventId": "e", "occurredAt": "2026-03-02T11:00:00Z", "customer": {"customerId": "c"},
         "visitId": "s", "action": "LOGIN"}""");
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private void letter(String id, String topic, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    served.letters.add(new DeadLetter(id, topic, 0, 17, "why", Served.NOW, bytes));
  }

  @Test
  void listsTheNewestWithWhatTheySaid() throws Exception {
    letter("calls-0-1", "calls", "x".repeat(1_000));
    var page = served.get("/api/v1/dead-letters").json();
    assertThat(page.get("total").asLong()).isEqualTo(3);
    assertThat(page.at("/items/0/id").asText()).isEqualTo("web-visits-0-17");
    assertThat(page.at("/items/0/preview").asText()).isEqualTo("{\"eventId\": 1}");
    assertThat(page.at("/items/2/preview").asText()).hasSize(400);
    assertThat(served.get("/api/v1/dead-letters?limit=1").json().get("items")).hasSize(1);
    assertThat(served.get("/api/v1/dead-letters?limit=x").status()).isEqualTo(400);
  }

  @Test
  void countsAsTheJobsDo() throws Exception {
    served.store.figures.arrivals =
        new Arrivals(1, 1, null, false, Map.of("calls", new Arrivals.Count(9, 5, 0)));
    assertThat(served.get("/api/v1/dead-letters").json().get("total").asLong()).isEqualTo(5);
  }

  @Test
  void replaysOneThatIsGoodNow() throws Exception {
    var answer = served.post("/api/v1/dead-letters/web-visits-0-18/replay", Served.JSON, "");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
    assertThat(served.log.entries).singleElement().extracting("key").isEqualTo("c");
  }

  @Test
  void putsReferenceDataWhereNothingElseIsOnFile() throws Exception {
    letter("products-0-17", "products", "{\"productId\": \"p\", \"name\": \"Old\"}");
    for (int i = 0; i < 2; i++) {
      var taken = served.post("/api/v1/dead-letters/products-0-17/replay", Served.JSON, "");
      assertThat(taken.status()).isEqualTo(202);
      served.store.put(
          ReferenceKind.PRODUCTS, Product.newBuilder().setProductId("p").setName("Old").build());
    }
    served.put("/api/v1/products/p", "{\"name\": \"New\"}");
    served.log.entries.clear();
    var refused = served.post("/api/v1/dead-letters/products-0-17/replay", Served.JSON, "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("productId");
    var all = served.post("/api/v1/dead-letters/replay", Served.JSON, "").json();
    assertThat(all.get("rejected").findValuesAsText("error"))
        .anyMatch(error -> error.startsWith("products-0-17: productId: \"p\" is on file"));
    assertThat(served.log.entries).extracting("topic").containsExactly("web-visits");
  }

  @Test
  void saysWhatIsStillWrong() throws Exception {
    var answer = served.post("/api/v1/dead-letters/web-visits-0-17/replay", Served.JSON, "");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").findValuesAsText("field")).contains("occurredAt");
    assertThat(served.post("/api/v1/dead-letters/no/replay", Served.JSON, "").status())
        .isEqualTo(404);
  }

  @Test
  void replaysAllAndNamesThoseStillRefused() throws Exception {
    var answer = served.post("/api/v1/dead-letters/replay", Served.JSON, "");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
    assertThat(answer.json().at("/rejected/0/error").asText()).startsWith("web-visits-0-17: ");
  }
}
