package io.campaignpulse.dashboard.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.ports.AffinityStore.Around;
import io.campaignpulse.dashboard.ports.BusyException;
import io.campaignpulse.dashboard.ports.CustomerStore.Consent;
import io.campaignpulse.dashboard.ports.OfferStore.Behind;
import io.campaignpulse.dashboard.ports.OfferStore.Standing;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.offers.CustomerFacts;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.Affinity.Count;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.events.views.Affinity.Pair;
import io.campaignpulse.events.views.Affinity.Partner;
import io.campaignpulse.events.views.Affinity.Partners;
import io.campaignpulse.events.views.Affinity.Strongest;
import io.campaignpulse.events.views.Affinity.Total;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferDecision.Candidate;
import io.campaignpulse.events.views.OfferDecision.Factors;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferEffect.Group;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.OfferFigures.Taken;
import io.campaignpulse.events.views.Opportunity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is served of offers and baskets, in a real Redis. */
class RedisOffersTest {
  @RegisterExtension static final RealRedis REDIS = new RealRedis();

  private static String json(Object view) throws Exception {
    return Json.MAPPER.writeValueAsString(view);
  }

  @Test
  void readsWhatIsBoughtWithAnItem() throws Exception {
    var affinity = new RedisAffinity(REDIS.adapter());
    assertThat(affinity.around(Kind.PRODUCT, "fridge"))
        .isEqualTo(new Around(Total.NONE, Count.NONE, List.of(), 0, Map.of()));
    var total = new Total(100, 10, 30, 0, 5);
    REDIS.client().set(RedisKeys.affinityTotal(Kind.PRODUCT), json(total));
    var items = RedisKeys.affinityItems(Kind.PRODUCT);
    REDIS.client().hset(items, "fridge", json(new Count(40, 4)));
    REDIS.client().hset(items, "filter", json(new Count(20, 2)));
    REDIS.client().hset(items, "bulb", json(new Count(70, 7)));
    var partners = List.of(new Partner("filter", 15, 1), new Partner("forgotten", 2, 0));
    REDIS
        .client()
        .hset(
            RedisKeys.affinityPartners(Kind.PRODUCT),
            "fridge",
            json(new Partners("fridge", partners, 1_500)));
    assertThat(affinity.around(Kind.PRODUCT, "fridge"))
        .isEqualTo(
            new Around(
                total, new Count(40, 4), partners, 1_500, Map.of("filter", new Count(20, 2))));
    assertThat(affinity.around(Kind.CATEGORY, "fridge").partners()).isEmpty();
  }

  @Test
  void readsTheStrongestPairs() throws Exception {
    var affinity = new RedisAffinity(REDIS.adapter());
    assertThat(affinity.strongest(Kind.CATEGORY).pairs()).isEmpty();
    var pairs = List.of(new Pair("a", "b", 9, 1), new Pair("a", "c", 7, 0));
    REDIS.client().set(RedisKeys.affinityStrongest(Kind.CATEGORY), json(new Strongest(pairs)));
    REDIS.client().hset(RedisKeys.affinityItems(Kind.CATEGORY), "a", json(new Count(10, 2)));
    var found = affinity.strongest(Kind.CATEGORY);
    assertThat(found.pairs()).isEqualTo(pairs);
    assertThat(found.counts()).isEqualTo(Map.of("a", new Count(10, 2)));
  }

  @Test
  void readsHowOffersDo() throws Exception {
    var offers = new RedisOffers(REDIS.adapter());
    assertThat(offers.standing()).isEqualTo(new Standing(Map.of(), OfferEffect.NONE));
    assertThat(offers.opportunities()).isEmpty();
    var figures =
        new OfferFigures(
            "o", 9, 8, 3, 2, 700, Map.of(Silence.OFFER_CAP, 4L), Map.of("A WEB", new Taken(8, 3)));
    var effect = new OfferEffect(new Group(9, 3, 700, 1e5), Group.NONE);
    var opportunity =
        new Opportunity(
            "SINGLE_CATEGORY a b",
            Opportunity.Kind.SINGLE_CATEGORY,
            "a",
            "b",
            5,
            1,
            900,
            List.of("x"));
    REDIS.client().hset(RedisKeys.OFFERS, "o", json(figures));
    REDIS.client().set(RedisKeys.OFFER_EFFECT, json(effect));
    REDIS.client().hset(RedisKeys.OPPORTUNITIES, opportunity.name(), json(opportunity));
    assertThat(offers.standing()).isEqualTo(new Standing(Map.of("o", figures), effect));
    assertThat(offers.opportunities()).containsExactly(opportunity);
  }

  private static void behind(String customer, String names, double worth) throws Exception {
    var key = RedisKeys.customer(customer);
    REDIS.client().hset(key, RedisKeys.CUSTOMER_OPPORTUNITIES, names);
    var value = new CustomerValue(customer, 1, 1, 0, 0, 5, 0, null, null, null, worth, "A");
    REDIS.client().hset(key, RedisKeys.VALUE, json(value));
  }

  @Test
  void readsWhoIsBehindAnOpportunityOutOfAllAndWhatTheyDoNotWant() throws Exception {
    for (int n = 0; n < 3_000; n++) {
      behind("customer" + n, n % 3 == 0 ? "[\"REPLACEMENT p\",\"x\"]" : "[\"REPLACEMENT\"]", n);
    }
    REDIS.client().hset(RedisKeys.customer("stranger"), RedisKeys.ACTIVITY, "{}");
    REDIS
        .client()
        .hset(
            RedisKeys.reference(ReferenceKind.CUSTOMERS),
            "customer3",
            "{\"marketingOptOut\": true, \"doNotCall\": true}");
    var offers = new RedisOffers(REDIS.adapter());
    assertThatThrownBy(() -> offers.behind("REPLACEMENT p", each -> {}))
        .isInstanceOf(BusyException.class);
    assertThatThrownBy(() -> offers.behind("OTHER", each -> {})).isInstanceOf(BusyException.class);
    REDIS.client().set(RedisKeys.MIRROR_WHOLE, "1");
    var found = new HashSet<Behind>();
    offers.behind("REPLACEMENT p", found::add);
    assertThat(found)
        .hasSize(1_000)
        .contains(
            new Behind("customer3", 3, new Consent(true, true)),
            new Behind("customer6", 6, Consent.TO_ALL));
    offers.behind("REPLACEMENT", found::add);
    assertThat(found).hasSize(3_000);
    offers.behind("OTHER", each -> fail("nobody"));
  }

  @Test
  void readsWhatToOfferWithTheCustomerAndTheOffersWithWhatAllShare() throws Exception {
    var decision =
        new OfferDecision(
            "d",
            Trigger.Kind.CALL_QUEUED,
            "e",
            7,
            "anna",
            "PHONE",
            List.of(),
            "o",
            null,
            List.of(
                new Candidate("o", 3, new Factors(0.1, 0.2, 3, 1, List.of(), 10, 1), null, null),
                new Candidate("p", 0, null, Silence.NOT_ELIGIBLE, null)),
            new CustomerFacts("A", null, null, List.of(), List.of()));
    REDIS.client().hset(RedisKeys.customer("anna"), RedisKeys.OFFER, json(decision));
    REDIS
        .client()
        .hset(
            RedisKeys.reference(ReferenceKind.OFFERS),
            "o",
            "{\"offerId\": \"o\", \"name\": \"One\"}");
    var customers = new RedisCustomers(REDIS.adapter());
    assertThat(customers.find("anna").orElseThrow().offer()).isEqualTo(decision);
    assertThat(customers.common().offers().get("o").getName()).isEqualTo("One");
  }

  private static ObjectNode decided() {
    var json = Json.MAPPER.createObjectNode();
    json.put("decisionId", "d").put("trigger", "LAPSE").put("customerId", "anna");
    json.put("offerId", "o").putArray("candidates").addObject().put("offerId", "o");
    return json;
  }

  @Test
  void aDecisionThatCanNotBeReadIsAsGoodAsNone() throws Exception {
    var customers = new RedisCustomers(REDIS.adapter());
    var unreadable =
        List.of(
            decided().put("trigger", "SNOWFALL"),
            decided().put("trigger", (String) null),
            decided().put("decisionId", (String) null),
            decided().put("candidates", "many"),
            decided().put("offerId", "p"),
            (ObjectNode) decided().set("candidates", Json.MAPPER.createArrayNode()),
            (ObjectNode) decided().set("candidates", Json.MAPPER.createArrayNode().addNull()));
    for (var json : unreadable) {
      put(json.toString());
      assertThat(customers.find("anna").orElseThrow().offer()).as(json.toString()).isNull();
    }
    for (var text : List.of("null", "", "not JSON", "{}")) {
      put(text);
      assertThat(customers.find("anna").orElseThrow().offer()).as(text).isNull();
    }
  }

  private static void put(String decision) {
    REDIS.client().hset(RedisKeys.reference(ReferenceKind.CUSTOMERS), "anna", "{}");
    REDIS.client().hset(RedisKeys.customer("anna"), RedisKeys.OFFER, decision);
  }

  @Test
  void aDecisionMayBeOlderOrNewerThanItsReader() {
    put(decided().put("weather", "snow").toString());
    var offer = new RedisCustomers(REDIS.adapter()).find("anna").orElseThrow().offer();
    assertThat(offer.best().offerId()).isEqualTo("o");
    assertThat(offer.about()).isNull();
  }

  @Test
  void readsOffersAndProductsOnceTheReferenceDataAreThere() {
    REDIS.client().set(RedisKeys.MIRROR_WHOLE, "1");
    var offers = RedisKeys.reference(ReferenceKind.OFFERS);
    REDIS.client().hset(offers, "p", "{\"offerId\": \"p\", \"name\": \"Two\"}");
    REDIS.client().hset(offers, "o", "{\"offerId\": \"o\", \"name\": \"One\"}");
    REDIS
        .client()
        .hset(
            RedisKeys.reference(ReferenceKind.PRODUCTS),
            "x",
            "{\"productId\": \"x\", \"name\": \"Fridge\"}");
    var references = new RedisReferences(REDIS.adapter());
    assertThat(references.offers()).extracting(Offer::getName).containsExactly("One", "Two");
    assertThat(references.products(List.of("x", "y")))
        .extracting(Product::getName)
        .containsExactly("Fridge");
    assertThat(references.products(List.of())).isEmpty();
  }
}
