package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferEffect.Group;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.Opportunity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffersTest {
  private static final long MINUTE = 60_000;

  private Served served;

  @BeforeEach
  void start() {
    served = new Served();
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private JsonNode offers() throws Exception {
    var answer = served.get("/api/v1/offers");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private void accepted(String offerId, long presented, long accepted) {
    served.store.offers.figures.put(
        offerId,
        new OfferFigures(
            offerId,
            presented + 5,
            presented,
            accepted,
            3,
            123_456,
            Map.of(Silence.OFFER_CAP, 7L, Silence.NOT_ELIGIBLE, 9L),
            Map.of()));
  }

  @Test
  void tellsEveryOfferAndHowItDoes() throws Exception {
    served.store.put(ReferenceKind.OFFERS, Decisions.offer("b"));
    served.store.put(ReferenceKind.OFFERS, Decisions.offer("a", "WEB"));
    accepted("a", 8, 2);
    var answer = offers();
    assertThat(answer.path("asOf").asText()).isEqualTo(Served.NOW.toString());
    assertThat(answer.path("offers").findValuesAsText("offerId")).containsExactly("a", "b");
    var a = answer.at("/offers/0");
    assertThat(a.path("pitch").asText()).isEqualTo("Take the a");
    assertThat(a.path("live").asBoolean()).isTrue();
    assertThat(a.path("figures").toString())
        .isEqualTo(
            """
            {"decided":13,"presented":8,"accepted":2,"declined":3,"acceptanceRate":0.25,\
            "revenue":"1234.56","blocked":{"OFFER_CAP":7,"NOT_ELIGIBLE":9}}""");
    assertThat(answer.at("/offers/1/figures/acceptanceRate").isNull()).isTrue();
  }

  @Test
  void callsAProductByItsNameWhereItIsOnFile() throws Exception {
    var known = Decisions.offer("a");
    known.setProductId("filter");
    var unknown = Decisions.offer("b");
    unknown.setProductId("other");
    served.store.put(ReferenceKind.OFFERS, known);
    served.store.put(ReferenceKind.OFFERS, unknown);
    served.store.put(ReferenceKind.OFFERS, Decisions.offer("c"));
    served.store.put(
        ReferenceKind.PRODUCTS,
        Product.newBuilder().setProductId("filter").setName("Water filter").build());
    assertThat(offers().path("offers").findValuesAsText("productName"))
        .containsExactly("Water filter", "null", "null");
  }

  @Test
  void anOfferIsLiveWithinItsDatesAndBelowItsCap() throws Exception {
    var before = Decisions.offer("before");
    before.setStartsAt(Served.NOW.plusSeconds(1));
    var after = Decisions.offer("gone");
    after.setEndsAt(Served.NOW.minusSeconds(1));
    var now = Decisions.offer("now");
    now.setStartsAt(Served.NOW);
    now.setEndsAt(Served.NOW);
    now.setQuantityCap(3L);
    var sold = Decisions.offer("sold");
    sold.setQuantityCap(2L);
    List.of(before, after, now, sold).forEach(each -> served.store.put(ReferenceKind.OFFERS, each));
    accepted("now", 8, 2);
    accepted("sold", 8, 2);
    assertThat(offers().path("offers").findValuesAsText("live"))
        .containsExactly("false", "false", "true", "false");
  }

  @Test
  void tellsWhatOffersDoAtAll() throws Exception {
    served.store.offers.effect =
        new OfferEffect(
            new Group(1_000, 200, 500_000, 2_000_000_000d), new Group(500, 50, 100_000, 1e8));
    var effect = offers().path("effect");
    assertThat(effect.path("offered").toString())
        .isEqualTo("{\"customers\":1000,\"buyers\":200,\"rate\":0.2,\"spendPerHead\":5}");
    assertThat(effect.at("/silent/rate").asDouble()).isEqualTo(0.1);
    var buyers = effect.path("buyers");
    assertThat(buyers.path("difference").asDouble()).isCloseTo(0.1, within(1e-12));
    // 1.959964 * sqrt(0.16 / 1000 + 0.09 / 500)
    assertThat(buyers.path("low").asDouble()).isCloseTo(0.063860, within(1e-6));
    assertThat(buyers.path("high").asDouble()).isCloseTo(0.136140, within(1e-6));
    assertThat(buyers.path("alwaysValidLow").asDouble()).isLessThan(0.0638);
    assertThat(buyers.path("alwaysValidHigh").asDouble()).isGreaterThan(0.1361);
    assertThat(effect.at("/spend/difference").asDouble()).isCloseTo(3, within(1e-12));
  }

  @Test
  void saysNothingOfGroupsThatAreEmpty() throws Exception {
    var effect = offers().path("effect");
    assertThat(effect.at("/offered/rate").isNull()).isTrue();
    assertThat(effect.at("/buyers/difference").isNull()).isTrue();
    assertThat(effect.at("/spend/alwaysValidLow").isNull()).isTrue();
  }

  @Test
  void saysSoWhenTheStoreDoesNotAnswer() throws Exception {
    served.store.down = true;
    assertThat(served.get("/api/v1/offers").status()).isEqualTo(503);
    assertThat(served.get("/api/v1/opportunities").status()).isEqualTo(503);
  }

  @Test
  void readsAnOfferAsItWasWritten() throws Exception {
    var put = served.put("/api/v1/offers/o1", "{\"name\": \"One\", \"category\": \"Cooling\"}");
    assertThat(put.status()).isEqualTo(200);
    assertThat(served.get("/api/v1/offers/o1").json().path("name").asText()).isEqualTo("One");
    assertThat(served.get("/api/v1/offer-policies/CURRENT").status()).isEqualTo(200);
  }

  @Test
  void refusesAnOfferWhoseIdIsAnAddressOfSomethingElse() throws Exception {
    for (var id : List.of("next", "dry-run")) {
      var answer = served.put("/api/v1/offers/" + id, "{\"name\": \"One\"}");
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("offerId");
      assertThat(answer.json().at("/errors/0/error").asText()).contains(id);
    }
    assertThat(served.log.entries).isEmpty();
  }

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

  @Test
  void tellsWhatCouldBeSoldToMostFirst() throws Exception {
    served.store.offers.opportunities.addAll(
        List.of(
            new Opportunity(
                "TOP_WITHOUT_PURCHASE",
                Opportunity.Kind.TOP_WITHOUT_PURCHASE,
                null,
                null,
                4,
                1,
                4_000,
                List.of("anna")),
            new Opportunity(
                "REPLACEMENT filter",
                Opportunity.Kind.REPLACEMENT,
                "filter",
                null,
                40,
                2,
                4_000,
                List.of("bert", "carl"))));
    served.store.put(
        ReferenceKind.PRODUCTS,
        Product.newBuilder().setProductId("filter").setName("Water filter").build());
    var answer = served.get("/api/v1/opportunities").json();
    assertThat(answer.path(0).toString())
        .isEqualTo(
            """
            {"name":"REPLACEMENT filter","kind":"REPLACEMENT","about":"filter",\
            "aboutName":"Water filter","missing":null,"customers":40,"optedOut":2,\
            "averageValue":"40.00","presented":0,"accepted":0,"acceptanceRate":null,\
            "expectedRevenue":null,"some":["bert","carl"]}""");
    assertThat(answer.path(1).path("aboutName").isNull()).isTrue();
  }

  @Test
  void takesThePriceOfAProductThatIsDueForWhatASaleIsWorth() throws Exception {
    served.store.offers.opportunities.add(
        opportunity(Opportunity.Kind.REPLACEMENT, "filter", null, 40, 19_999));
    served.store.offers.opportunities.add(
        opportunity(Opportunity.Kind.SINGLE_CATEGORY, "filter", "mug", 30, 19_999));
    served.store.put(
        ReferenceKind.PRODUCTS,
        Product.newBuilder()
            .setProductId("filter")
            .setName("Water filter")
            .setPrice(new BigDecimal("12.5000"))
            .build());
    offered("a", "filter", null, 4, 1);
    var answer = served.get("/api/v1/opportunities").json();
    assertThat(answer.findValuesAsText("averageValue")).containsExactly("12.50", "199.99");
    assertThat(answer.at("/0/expectedRevenue").asText()).isEqualTo("125.00");
  }

  private static Opportunity opportunity(
      Opportunity.Kind kind, String about, String missing, long customers, long averageMinor) {
    return new Opportunity(
        kind + " " + about, kind, about, missing, customers, 0, averageMinor, List.of());
  }

  private void offered(String id, String productId, String category, long presented, long taken) {
    var offer = Decisions.offer(id);
    offer.setProductId(productId);
    offer.setCategory(category);
    served.store.put(ReferenceKind.OFFERS, offer);
    accepted(id, presented, taken);
  }

  @Test
  void tellsWhatOpportunitiesWouldBringByAllOffersOfWhatIsLacking() throws Exception {
    served.store.offers.opportunities.addAll(
        List.of(
            opportunity(Opportunity.Kind.REPLACEMENT, "filter", null, 40, 1_999),
            opportunity(Opportunity.Kind.SINGLE_CATEGORY, "Cooling", "Kitchen", 30, 500),
            opportunity(Opportunity.Kind.TOP_WITHOUT_PURCHASE, null, null, 20, 1_000)));
    offered("a", "filter", null, 7, 1);
    offered("b", "filter", null, 2, 1);
    offered("c", null, "Kitchen", 50, 0);
    offered("d", null, "Cooling", 99, 99);
    offered("e", null, null, 10, 10);
    var answer = served.get("/api/v1/opportunities").json();
    assertThat(answer.findValuesAsText("presented")).containsExactly("9", "50", "168");
    assertThat(answer.findValuesAsText("accepted")).containsExactly("2", "0", "111");
    assertThat(answer.at("/0/acceptanceRate").asDouble()).isCloseTo(2 / 9d, within(1e-12));
    // 40 * 19.99 * 2 / 9 = 177.68888...
    assertThat(answer.findValuesAsText("expectedRevenue"))
        .containsExactly("177.69", "0.00", "132.14");
    // 20 * 10.00 * 111 / 168 = 132.1428...: to who may buy anything, any offer may be made
    assertThat(answer.at("/2/acceptanceRate").asDouble()).isCloseTo(111 / 168d, within(1e-12));
  }
}
