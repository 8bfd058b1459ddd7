package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferEffect.Group;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OffersTest {
  @AutoClose private final Served served = new Served();

  private JsonNode offers() throws Exception {
    var answer = served.get("/api/v1/offers");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private void accepted(String offerId, long presented, long accepted) {
    served.store.offers.figures.put(offerId, Decisions.figures(offerId, presented, accepted));
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
}
