package io.campaignpulse.customer;

import static io.campaignpulse.offers.core.Dealing.offer;
import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.affinity.BasketCount;
import io.campaignpulse.affinity.core.Basket;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.ingest.core.Trade;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.offers.OpportunityShare;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What could be sold to whom, as looks at all buyers find it, and what is bought together. */
class CustomerOpportunitiesTest extends OneOfferCase {
  private int seen;

  @Test
  void proposesOnTheDayAProductIsDueAndSizesWhatCouldBeSold() throws Exception {
    harness.set(
        ReferenceKind.PRODUCTS,
        Product.newBuilder()
            .setProductId("filter")
            .setName("F")
            .setReplacementCycle("P2D")
            .build());
    harness.set(ReferenceKind.OFFERS, offer("warranty", "30"));
    harness.enter("anna", buys("o", START + 1, 5_000, null, "filter"));
    harness.tell(Command.tick(START + DAY));
    assertThat(decisions()).isEmpty();
    harness.clock(NOW + 10_000);
    harness.tell(Command.tick(NOW));
    assertThat(only().trigger()).isEqualTo(Trigger.Kind.REPLACEMENT_DUE);
    assertThat(only().customerId()).isEqualTo("anna");
    harness.restart();
    harness.clock(NOW + 20_000);
    harness.tell(Command.tick(NOW + 5_000));
    assertThat(decisions()).isEmpty();
    var last = shares().get(shares().size() - 1);
    assertThat(last.found()).extracting("customers").containsExactly(1L);
    assertThat(last.orders()).isEqualTo(1);
    assertThat(last.spentMinor()).isEqualTo(5_000);
  }

  @Test
  void tellsOfBuyersWhatTheyAreBehindOnceAndAgainAfterARestartOrAnOrder() throws Exception {
    harness.set(
        ReferenceKind.PRODUCTS,
        Product.newBuilder()
            .setProductId("filter")
            .setName("F")
            .setReplacementCycle("P1D")
            .build());
    harness.set(ReferenceKind.OFFERS, offer("warranty", "30"));
    harness.enter("anna", buys("o", START + 1, 5_000, null, "filter"));
    harness.enter("bert", buys("p", START + 1, 5_000, null, "mug"));
    harness.tell(Command.tick(NOW));
    var told = Map.of("anna", "[\"REPLACEMENT filter\"]", "bert", "none");
    assertThat(behind()).isEqualTo(told);
    look(10_000);
    assertThat(behind()).isEmpty();
    harness.tell(new Command(Command.REBUILD));
    look(20_000);
    assertThat(behind()).isEqualTo(told);
    harness.restart();
    seen = 0;
    look(30_000);
    assertThat(behind()).isEqualTo(told);
    harness.enter("anna", buys("again", NOW + 30_000, 5_000, null, "filter"));
    look(40_000);
    assertThat(behind()).isEqualTo(Map.of("anna", "none"));
  }

  private void look(long after) throws Exception {
    harness.clock(NOW + after);
    harness.enter("carl" + after, buys("c" + after, NOW + after, 100, null, "mug"));
    harness.tell(Command.tick(NOW + after));
  }

  /** What was told of the two since last asked. */
  private Map<String, String> behind() {
    var views = harness.<ViewWrite>side(Outputs.VIEWS);
    var told = new TreeMap<String, String>();
    views.subList(seen, views.size()).stream()
        .filter(view -> RedisKeys.CUSTOMER_OPPORTUNITIES.equals(view.field()))
        .forEach(view -> told.put(who(view), view.json() == null ? "none" : view.json()));
    seen = views.size();
    told.keySet().removeIf(customer -> customer.startsWith("carl"));
    return told;
  }

  private static String who(ViewWrite view) {
    return view.key().substring(RedisKeys.customer("").length());
  }

  @Test
  void looksAtBuyersAFewAtATimeAndTellsOfThemOnceAllAreSeen() throws Exception {
    harness.set(ReferenceKind.OFFERS, offer("warranty", "30"));
    for (int n = 0; n < 35; n++) {
      harness.enter("customer" + n, buys("o" + n, START + n, 100, null, "p"));
    }
    harness.tell(Command.tick(START + DAY));
    assertThat(shares()).isEmpty();
    harness.clockRuns(NOW, NOW + 100);
    assertThat(shares()).singleElement().returns(35L, OpportunityShare::orders);
  }

  @Test
  void anOrderThatComesDuringALookHasTheNextOneTellOfAll() throws Exception {
    harness.set(
        ReferenceKind.PRODUCTS,
        Product.newBuilder().setProductId("p").setName("P").setReplacementCycle("P1D").build());
    harness.set(ReferenceKind.OFFERS, offer("warranty", "30"));
    for (int n = 0; n < 35; n++) {
      harness.enter("customer" + n, buys("o" + n, START + n, 100, null, "p"));
    }
    harness.clock(NOW);
    harness.tell(Command.tick(NOW));
    harness.clock(NOW + 10_000);
    harness.tell(new Command(Command.REBUILD));
    harness.tell(Command.tick(NOW + 10_000));
    assertThat(shares()).as("the look is under way").isEmpty();
    harness.clockRuns(NOW + 10_000, NOW + 10_100);
    assertThat(behind()).hasSize(35);
    harness.tell(Command.tick(NOW + 10_100));
    harness.clockRuns(NOW + 10_100, NOW + 10_200);
    assertThat(behind()).hasSize(35);
    harness.tell(Command.tick(NOW + 10_200));
    harness.clockRuns(NOW + 10_200, NOW + 10_300);
    assertThat(behind()).isEmpty();
  }

  private List<OpportunityShare> shares() {
    return harness.side(Outputs.OFFERS).stream()
        .map(OfferNews::share)
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  void countsBasketsOfAnybodyAndTakesThemOutWhenTheyCameBack() throws Exception {
    harness.enter("visitor:v", buys("o", NOW, 100, null, "b", "a").with(buysTrade()));
    var basket = new Basket(List.of("a", "b"), List.of());
    long day = NOW / DAY;
    assertThat(harness.<BasketCount>side(Outputs.BASKETS))
        .containsExactly(new BasketCount(day, basket, 1));
    harness.enter("visitor:v", refund("r", NOW + 1, "o", 100));
    assertThat(harness.<BasketCount>side(Outputs.BASKETS))
        .containsExactly(new BasketCount(day, basket, 1), new BasketCount(day, basket, -1));
  }

  private static Trade buysTrade() {
    return new Trade(
        List.of(new Trade.Item("b", null, 1), new Trade.Item("a", null, 2)), null, null);
  }
}
