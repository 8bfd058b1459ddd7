package io.campaignpulse.dashboard;

import static io.campaignpulse.dashboard.Served.NDJSON;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {
  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static final String SPRING =
      """
      {"name": "Spring", "startsAt": "2026-03-01T00:00:00Z", "endsAt": "2026-03-31T00:00:00Z",
       "dialInNumbers": ["+49 30 901820"], "costPerContact": 0.05}""";

  @Test
  void whatWasPutIsReadRightAfter() throws Exception {
    var put = served.put("/api/v1/campaigns/spring", SPRING);
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.json().get("campaignId").asText()).isEqualTo("spring");
    assertThat(put.json().get("responseWindow").asText()).isEqualTo("P14D");
    assertThat(put.json().at("/dialInNumbers/0").asText()).isEqualTo("+4930901820");
    assertThat(put.json().get("costPerContact").asText()).isEqualTo("0.05");
    var got = served.get("/api/v1/campaigns/spring");
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.json()).isEqualTo(put.json());
  }

  @Test
  void namesEveryFieldAtFault() throws Exception {
    var answer =
        served.put(
            "/api/v1/campaigns/bad",
            """
            {"name": " ", "startsAt": "2026-03-01T00:00:00Z", "endsAt": "2026-02-01T00:00:00Z",
             "responseWindow": "soon", "plannedResponseRate": 2}""");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    var errors = answer.json().get("errors");
    assertThat(errors.findValuesAsText("field"))
        .containsExactly("name", "endsAt", "responseWindow", "plannedResponseRate");
    assertThat(errors.get(1).get("error").asText()).isEqualTo("must not be before startsAt");
  }

  @Test
  void refusesAMisspeltFieldAndAnotherId() throws Exception {
    var misspelt = served.put("/api/v1/campaigns/x", SPRING.replace("endsAt", "endAt"));
    assertThat(misspelt.json().at("/errors/0/field").asText()).isEqualTo("endAt");
    var other = served.put("/api/v1/products/a", "{\"productId\": \"b\", \"name\": \"B\"}");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().at("/errors/0/field").asText()).isEqualTo("productId");
  }

  @Test
  void refusesWhatIsNoJson() throws Exception {
    var answer = served.put("/api/v1/products/a", "{\n\"name\": }");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asText()).contains("line 2");
  }

  @Test
  void takesManyAndSaysWhichAreBad() throws Exception {
    var answer =
        served.post(
            "/api/v1/customers",
            NDJSON,
            """
            {"customerId": "c1", "phones": ["+49 30 901820"]}
            {"customerId": "c2", "emails": ["nobody"]}
            {"customerId": "c3", "emails": [" A@B.de "]}
            """);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(2);
    assertThat(answer.json().at("/rejected/0/line").asInt()).isEqualTo(2);
    assertThat(answer.json().at("/rejected/0/error").asText()).startsWith("emails[0]: ");
    assertThat(served.get("/api/v1/customers/c3").json().at("/emails/0").asText())
        .isEqualTo("a@b.de");
  }

  @Test
  void saysThatItDoesNotKnow() throws Exception {
    var answer = served.get("/api/v1/agents/nobody");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void takesAnIdOfAnyLetters() throws Exception {
    served.put("/api/v1/products/K%C3%BChlschrank%20A%2B", "{\"name\": \"Fridge\"}");
    var got = served.get("/api/v1/products/K%C3%BChlschrank%20A%2B");
    assertThat(got.json().get("productId").asText()).isEqualTo("Kühlschrank A+");
  }
}
