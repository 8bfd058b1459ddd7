package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.views.Affinity.Count;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.events.views.Affinity.Pair;
import io.campaignpulse.events.views.Affinity.Total;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffinityTest {
  private Served served;

  @BeforeEach
  void start() {
    served = new Served();
    served.store.affinity.baskets.put(Kind.PRODUCT, new Total(1_000, 100, 30, 2, 0));
    served.store.affinity.inBaskets.put("fridge", new Count(100, 10));
    served.store.affinity.inBaskets.put("filter", new Count(50, 5));
    served.store.affinity.inBaskets.put("bulb", new Count(400, 40));
    served.store.affinity.inBaskets.put("shelf", new Count(20, 0));
    served.store.affinity.pairs.addAll(
        List.of(
            new Pair("fridge", "bulb", 60, 3),
            new Pair("filter", "fridge", 30, 4),
            new Pair("fridge", "shelf", 2, 0)));
    served.store.put(
        ReferenceKind.PRODUCTS,
        Product.newBuilder().setProductId("filter").setName("Water filter").build());
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private JsonNode ask(String query) throws Exception {
    var answer = served.get("/api/v1/affinity" + query);
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> items(JsonNode answer) {
    return answer.path("pairs").findValuesAsText("item");
  }

  @Test
  void tellsHowManyPartnersThereAreBesideThoseThatAreLookedAt() throws Exception {
    served.store.affinity.partnersLeftOut = 1_200;
    for (var query : List.of("?product=fridge&limit=1", "?product=fridge&range=recent")) {
      assertThat(ask(query).path("partners").asLong()).isEqualTo(1_203);
      assertThat(ask(query).path("lookedAt").asLong()).isEqualTo(3);
    }
  }

  @Test
  void tellsWhatIsBoughtWithAProductByLift() throws Exception {
    var answer = ask("?product=fridge");
    assertThat(answer.path("item").asText()).isEqualTo("fridge");
    assertThat(answer.path("baskets").asLong()).isEqualTo(100);
    assertThat(answer.path("total").asLong()).isEqualTo(1_000);
    assertThat(answer.path("range").asText()).isEqualTo("all");
    assertThat(answer.path("recentDays").isNull()).isTrue();
    assertThat(answer.path("missing").asLong()).isEqualTo(2);
    assertThat(items(answer)).containsExactly("filter", "bulb", "shelf");
    var filter = answer.path("pairs").path(0);
    assertThat(filter.path("name").asText()).isEqualTo("Water filter");
    assertThat(filter.path("together").asLong()).isEqualTo(30);
    assertThat(filter.path("support").asDouble()).isEqualTo(0.03);
    assertThat(filter.path("confidence").asDouble()).isEqualTo(0.3);
    assertThat(filter.path("lift").asDouble()).isCloseTo(6, within(1e-9));
    assertThat(answer.path("pairs").path(1).path("name").isNull()).isTrue();
  }

  @Test
  void sortsBySupportAndTellsNoMoreThanIsWanted() throws Exception {
    assertThat(items(ask("?product=fridge&sort=support")))
        .containsExactly("bulb", "filter", "shelf");
    assertThat(items(ask("?product=fridge&sort=support&limit=1"))).containsExactly("bulb");
  }

  @Test
  void tellsAllPartnersUnlessFewerAreWanted() throws Exception {
    for (int i = 0; i < 168; i++) {
      served.store.affinity.inBaskets.put("item-" + i, new Count(10, 1));
      served.store.affinity.pairs.add(new Pair("cellar", "item-" + i, 1, 0));
    }
    served.store.affinity.inBaskets.put("cellar", new Count(168, 1));
    assertThat(items(ask("?product=cellar"))).hasSize(168);
    assertThat(items(ask("?product=cellar&limit=7"))).hasSize(7);
  }

  @Test
  void looksAtTheLastDaysOnly() throws Exception {
    var answer = ask("?product=fridge&range=recent");
    assertThat(answer.path("total").asLong()).isEqualTo(100);
    assertThat(answer.path("baskets").asLong()).isEqualTo(10);
    assertThat(answer.path("recentDays").asInt()).isEqualTo(30);
    assertThat(items(answer)).containsExactly("filter", "bulb");
    assertThat(answer.path("pairs").path(0).path("lift").asDouble()).isCloseTo(8, within(1e-9));
  }

  @Test
  void anItemInNoBasketIsNoError() throws Exception {
    var answer = ask("?category=Nothing");
    assertThat(answer.path("kind").asText()).isEqualTo("category");
    assertThat(answer.path("baskets").asLong()).isZero();
    assertThat(answer.path("pairs")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', product",
    "?product=+, product",
    "?product=a&category=b, category",
    "?product=a&sort=name, sort",
    "?product=a&range=week, range",
    "?product=a&limit=0, limit",
    "/strongest?kind=brand, kind"
  })
  void namesTheParameterThatIsWrong(String query, String field) throws Exception {
    var answer = served.get("/api/v1/affinity" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").path(0).path("field").asText()).isEqualTo(field);
  }

  @Test
  void tellsTheStrongestPairsAndWhetherSomethingOfThemIsOffered() throws Exception {
    served.store.put(
        ReferenceKind.OFFERS,
        Offer.newBuilder().setOfferId("o").setName("Filters").setProductId("filter").build());
    var answer = ask("/strongest?kind=product");
    assertThat(answer.path("total").asLong()).isEqualTo(1_000);
    assertThat(answer.path("pairs").findValuesAsText("offered"))
        .containsExactly("false", "true", "false");
    var second = answer.path("pairs").path(1);
    assertThat(second.path("one").asText()).isEqualTo("filter");
    assertThat(second.path("oneName").asText()).isEqualTo("Water filter");
    assertThat(second.path("otherName").isNull()).isTrue();
    assertThat(second.path("confidence").asDouble()).isEqualTo(0.6);
    assertThat(second.path("lift").asDouble()).isCloseTo(6, within(1e-9));
  }

  @Test
  void saysSoWhenTheStoreDoesNotAnswer() throws Exception {
    served.store.down = true;
    assertThat(served.get("/api/v1/affinity?product=fridge").status()).isEqualTo(503);
  }
}
