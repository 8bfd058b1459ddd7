package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.views.OfferDecision;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OfferRuleTrialTest {
  private static final long MINUTE = 60_000;

  @AutoClose private final Served served = new Served();

  private Served.Answer tried(String rule) throws Exception {
    return tried(rule, null, null);
  }

  private Served.Answer tried(String rule, String productId, String category) throws Exception {
    var body = Json.MAPPER.createObjectNode().put("eligibility", rule);
    body.put("productId", productId).put("category", category);
    return served.post("/api/v1/offers/dry-run", Served.JSON, body.toString());
  }

  private int fired(String rule, String productId, String category) throws Exception {
    return tried(rule, productId, category).json().path("fired").asInt(-1);
  }

  @Test
  void aRuleIsTriedWithWhatTheMomentWasAbout() throws Exception {
    var ofOld =
        (ObjectNode) Json.MAPPER.valueToTree(Decisions.moment("2", "bert", "A", Decisions.AT));
    ofOld.remove("about");
    served.offerLog.decisions.addAll(
        List.of(
            Decisions.moment("1", "anna", "A", Decisions.AT),
            Json.MAPPER.treeToValue(ofOld, OfferDecision.class)));
    assertThat(fired("viewed(\"fridge\")", null, null)).isEqualTo(1);
    assertThat(fired("viewed(\"filter\")", null, null)).isZero();
    assertThat(fired("about", "fridge", null)).isEqualTo(1);
    assertThat(fired("about", "filter", "Cooling")).isEqualTo(1);
    assertThat(fired("about", "filter", "Kitchen")).isZero();
    assertThat(fired("about", null, null)).isZero();
    assertThat(fired("complement", "fridge", null)).isZero();
    assertThat(fired("!about", "fridge", null)).isEqualTo(1);
  }

  @Test
  void saysWhichPartOfWhatIsOfferedIsNoText() throws Exception {
    var answer =
        served.post(
            "/api/v1/offers/dry-run", Served.JSON, "{\"eligibility\": \"about\", \"category\": 7}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("category");
  }

  @Test
  void triesARuleOnTheMomentsOfTheLastDay() throws Exception {
    var day = Decisions.AT - 24 * 60 * MINUTE;
    served.offerLog.decisions.addAll(
        List.of(
            Decisions.moment("old", "anna", "A", day),
            Decisions.moment("1", "anna", "A", Decisions.AT - 2 * MINUTE),
            Decisions.moment("1", "anna", "A", Decisions.AT - 2 * MINUTE),
            Decisions.moment("2", "anna", "A", Decisions.AT - MINUTE),
            Decisions.moment("3", "bert", "B", Decisions.AT)));
    var answer = tried("tier == \"A\" && owns(\"Cooling\")").json();
    assertThat(answer.path("moments").asInt()).isEqualTo(3);
    assertThat(answer.path("fired").asInt()).isEqualTo(2);
    assertThat(answer.path("customers").asInt()).isEqualTo(1);
    assertThat(answer.path("examples").path(0).toString())
        .isEqualTo(
            """
            {"customerId":"anna","trigger":"CART_ABANDONED","at":"2026-03-02T11:58:30Z",\
            "channel":"WEB"}""");
    assertThat(answer.path("truncated").asBoolean(true)).isFalse();
    assertThat(served.offerLog.asked.from()).isEqualTo(Served.NOW.minusSeconds(86_400));
    assertThat(tried("trigger == \"CART_ABANDONED\"").json().path("fired").asInt()).isEqualTo(3);
    assertThat(tried(" ").json().path("fired").asInt()).isEqualTo(3);
  }

  @Test
  void showsTheNewestTenAndSaysWhatItCouldNotSee() throws Exception {
    for (int i = 0; i < 15; i++) {
      served.offerLog.decisions.add(Decisions.moment("" + i, "c" + i, "A", Decisions.AT));
    }
    served.offerLog.cut = true;
    var answer = tried("tier == \"A\"").json();
    assertThat(answer.path("examples")).hasSize(10);
    assertThat(answer.at("/examples/0/customerId").asText()).isEqualTo("c14");
    assertThat(answer.path("truncated").asBoolean()).isTrue();
  }

  @Test
  void saysWhereARuleIsWrong() throws Exception {
    var answer = tried("tier == A");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("eligibility");
    assertThat(answer.json().at("/errors/0/error").asText()).startsWith("line 1, column 9: ");
    assertThat(served.post("/api/v1/offers/dry-run", Served.JSON, "{}").status()).isEqualTo(400);
  }
}
