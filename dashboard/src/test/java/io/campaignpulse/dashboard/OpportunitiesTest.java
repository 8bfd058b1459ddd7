package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.dashboard.ports.CustomerStore.Consent;
import io.campaignpulse.dashboard.ports.OfferStore.Behind;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.views.Opportunity;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OpportunitiesTest {
  @AutoClose private final Served served = new Served();

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
    served.store.offers.figures.put(id, Decisions.figures(id, presented, taken));
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
            "expectedRevenue":null,"listed":40,"some":["bert","carl"]}""");
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

  @Test
  void listsAllCustomersBehindAnOpportunityButThoseWhoWantNoMarketingByNow() throws Exception {
    var name = "SINGLE_CATEGORY TV/Audio \"a\", b";
    served.store.offers.opportunities.add(
        new Opportunity(
            name,
            Opportunity.Kind.SINGLE_CATEGORY,
            "TV/Audio",
            "\"a\", b",
            3,
            0,
            1,
            List.of("bert")));
    served.store.offers.behind.addAll(
        List.of(
            new Behind("anna", 7.126, Consent.TO_ALL),
            new Behind("bert", 70, new Consent(false, true)),
            new Behind("carl", 99, new Consent(true, false)),
            new Behind("anna", 7.126, Consent.TO_ALL),
            new Behind("=a,b", 1, Consent.TO_ALL)));
    var path = "/api/v1/opportunities/customers?name=";
    var answer = served.get(path + URLEncoder.encode(name, StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/csv");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"single-category-2026-03-02.csv\"");
    assertThat(answer.response().body())
        .isEqualTo(
            "\ufeffcustomerId,worth,doNotCall\r\nbert,70.00,true\r\nanna,7.13,false\r\n\"'=a,b\",1.00,false\r\n");
    assertThat(served.get(path + "OTHER").status()).isEqualTo(404);
    assertThat(served.get("/api/v1/opportunities/customers").status()).isEqualTo(400);
  }

  private Served.Answer customersOf(String name) {
    var query = "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    try {
      return served.get("/api/v1/opportunities/customers" + query);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusesASecondListAtATimeInItsOwnWordsAndCountsNoFailureOfRedis() throws Exception {
    var name = "TOP_WITHOUT_PURCHASE null";
    served.store.offers.opportunities.add(
        opportunity(Opportunity.Kind.TOP_WITHOUT_PURCHASE, null, null, 1, 1));
    var second = new AtomicReference<Served.Answer>();
    served.store.offers.beforeBehind = () -> second.compareAndSet(null, customersOf(name));
    assertThat(customersOf(name).status()).isEqualTo(200);
    assertThat(second.get().status()).isEqualTo(503);
    assertThat(second.get().header("Retry-After")).isNotNull();
    assertThat(second.get().json().get("detail").asText())
        .isEqualTo("Another list of customers is being made; ask again when that one is done.");
    assertThat(served.get("/metrics").response().body()).contains("pulse_redis_errors_total 0.0");
  }

  @Test
  void makesNoListWhileReferenceDataAreStillBeingRead() {
    served.store.offers.opportunities.add(
        opportunity(Opportunity.Kind.TOP_WITHOUT_PURCHASE, null, null, 1, 1));
    served.mirrorWhole = false;
    var answer = customersOf("TOP_WITHOUT_PURCHASE null");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().get("detail").asText()).contains("who wants no marketing");
    served.mirrorWhole = true;
    assertThat(customersOf("TOP_WITHOUT_PURCHASE null").status()).isEqualTo(200);
  }

  @Test
  void sendsNoShortListWhereRedisFailsOnTheWay() {
    var name = "TOP_WITHOUT_PURCHASE null";
    served.store.offers.opportunities.add(
        opportunity(Opportunity.Kind.TOP_WITHOUT_PURCHASE, null, null, 1, 1));
    served.store.offers.behind.add(new Behind("anna", 1, Consent.TO_ALL));
    served.store.offers.afterBehind =
        () -> {
          throw new StoreUnavailableException("Redis does not answer: test", null);
        };
    var answer = customersOf(name);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).contains("json");
    assertThat(answer.header("Content-Disposition")).isNull();
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
