package io.campaignpulse.customer;

import static io.campaignpulse.offers.core.Dealing.offer;
import static io.campaignpulse.offers.core.Dealing.policy;
import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.acting;
import static io.campaignpulse.response.core.Fixtures.interaction;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.refund;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.affinity.BasketCount;
import io.campaignpulse.affinity.core.Basket;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Cap;
import io.campaignpulse.events.avro.CapScope;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferEffect.Group;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.offers.OpportunityShare;
import io.campaignpulse.offers.core.Dealing;
import io.campaignpulse.offers.core.Proposal;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ViewWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerOffersTest {
  private static final long NOW = START + 2 * DAY;
  private static final long HALF_AN_HOUR = 30 * 60_000;

  private CustomerHarness harness;

  @BeforeEach
  void open() throws Exception {
    harness = new CustomerHarness();
    harness.clock(NOW);
    harness.set(ReferenceKind.OFFER_POLICIES, policy().build());
    harness.set(ReferenceKind.OFFERS, offer("warranty", "30"));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  static Touch call(String callId, long at) {
    return interaction("q" + callId, Touch.Kind.CALL, at, callId, null, 0);
  }

  static Touch answered(String callId, long at) {
    return acting(interaction("a" + callId, Touch.Kind.OUTCOME, at, callId, null, 0), Act.ANSWERED);
  }

  static Touch looks(String eventId, long at, Act act, String product) {
    var items = List.of(new Trade.Item(product, null, 0));
    return acting(visit(eventId, at), act).with(new Trade(items, null, null));
  }

  static Touch buys(String orderId, long at, long amount, String decisionId, String... products) {
    var items = new ArrayList<Trade.Item>();
    for (var product : products) {
      items.add(new Trade.Item(product, null, 1));
    }
    var sale = order("s" + orderId, at, orderId, amount);
    return sale.with(new Trade(items, decisionId, null));
  }

  static List<OfferDecision> decisions(CustomerHarness harness) throws Exception {
    var decisions = new ArrayList<OfferDecision>();
    for (ViewWrite view : harness.side(Outputs.DECISIONS)) {
      decisions.add(Json.MAPPER.readValue(view.json(), OfferDecision.class));
    }
    return decisions;
  }

  private OfferDecision only() throws Exception {
    var decisions = decisions(harness);
    assertThat(decisions).hasSize(1);
    return decisions.get(0);
  }

  private OfferFigures figures() {
    return harness.side(Outputs.OFFERS).stream()
        .map(OfferNews::figures)
        .filter(Objects::nonNull)
        .reduce(OfferFigures.none("warranty"), OfferFigures::plus);
  }

  private OfferEffect effect() {
    return harness.side(Outputs.OFFERS).stream()
        .map(OfferNews::effect)
        .filter(Objects::nonNull)
        .reduce(OfferEffect.NONE, OfferEffect::plus);
  }

  @Test
  void proposesWhenACallIsQueuedAndLetsTheOfferStandWhenItIsAnswered() throws Exception {
    harness.enter("anna", call("c", NOW));
    harness.enter("anna", answered("c", NOW + 5_000));
    var decision = only();
    assertThat(decision.trigger()).isEqualTo(Trigger.Kind.CALL_QUEUED);
    assertThat(decision.offerId()).isEqualTo("warranty");
    assertThat(decision.channel()).isEqualTo(Trigger.PHONE);
    assertThat(figures().decided()).isEqualTo(1);
    harness.enter("anna", call("d", NOW + 10_000));
    assertThat(decisions(harness)).hasSize(2);
  }

  @Test
  void proposesOnceForAnOrderThatIsToldTwice() throws Exception {
    harness.enter("anna", buys("o", NOW, 100, null, "f1"));
    harness.enter("anna", buys("o", NOW, 100, null, "f1"));
    assertThat(only().trigger()).isEqualTo(Trigger.Kind.ORDER_PLACED);
  }

  @Test
  void thinksOnceOfAMomentThatIsToldTwiceThoughItEndedInSilence() throws Exception {
    harness.post(Posting.profile("anna", new Profile(null, null, List.of(), 0, true, false)));
    harness.enter("anna", call("c", NOW));
    harness.enter("anna", call("c", NOW));
    harness.post(Posting.profile("anna", Profile.of(null, null)));
    harness.enter("anna", call("c", NOW));
    assertThat(only().silence()).isEqualTo(Silence.OPTED_OUT);
    assertThat(figures().blocked()).containsEntry(Silence.OPTED_OUT, 1L);
  }

  @Test
  void waitsOnceWithAMomentThatIsToldTwice() throws Exception {
    harness.post(Posting.profile("anna", new Profile(null, null, List.of(), 0, true, false)));
    Progressing.caughtUp = false;
    harness.enter("anna", call("c", NOW));
    harness.enter("anna", call("c", NOW));
    Progressing.caughtUp = true;
    harness.clock(NOW + 1_200);
    assertThat(only().silence()).isEqualTo(Silence.OPTED_OUT);
  }

  @Test
  void sparesTheOfferThatAnOrderAcceptedThoughItCameBack() throws Exception {
    harness.enter("anna", call("c", NOW));
    harness.enter("anna", buys("o", NOW + 1_000, 5_000, only().decisionId(), "f1"));
    harness.enter("anna", call("d", NOW + 2_000));
    harness.enter("anna", refund("r", NOW + 3_000, "o", 5_000));
    harness.enter("anna", call("e", NOW + 4_000));
    var later = decisions(harness).subList(1, 4);
    assertThat(later).extracting("silence").containsOnly(Silence.NO_OFFER);
    assertThat(later)
        .extracting(decision -> decision.candidates().get(0).blockedBy())
        .containsOnly(Silence.ACCEPTED_BEFORE);
  }

  @Test
  void saysNothingOfThePastNorOfWhomNobodyKnowsNorWithoutOffers() throws Exception {
    harness.enter("anna", call("c", NOW - 61_000));
    harness.enter("phone:+1", call("d", NOW));
    harness.set(ReferenceKind.OFFERS, Dealing.offer("warranty").setEndsAt(Instant.EPOCH).build());
    harness.enter("anna", call("e", NOW));
    assertThat(decisions(harness)).isEmpty();
  }

  @Test
  void proposesToWhomACallerTurnsOutToBe() throws Exception {
    harness.post(Posting.moveIn("anna", call("c", NOW)));
    assertThat(only().customerId()).isEqualTo("anna");
  }

  @Test
  void knowsWhatIsOwnedAndWhatAMomentIsAboutByTheCategoriesOfProducts() throws Exception {
    harness.set(
        ReferenceKind.PRODUCTS,
        Product.newBuilder().setProductId("f1").setName("F").setCategory("Cooling").build());
    harness.set(
        ReferenceKind.OFFERS,
        Dealing.offer("warranty")
            .setEligibility("owns(\"Cooling\") && viewed(\"Cooling\")")
            .build());
    harness.enter("anna", looks("v1", NOW, Act.PRODUCT_VIEW, "f1"));
    harness.enter("anna", buys("o", START, 5_000, null, "f1"));
    harness.enter("anna", looks("v2", NOW, Act.PRODUCT_VIEW, "f1"));
    var decisions = decisions(harness);
    assertThat(decisions).extracting("silence").containsExactly(Silence.NO_OFFER, null);
    assertThat(decisions.get(1).facts().owned()).extracting("category").containsExactly("Cooling");
    harness.enter("anna", refund("r", START + 1, "o", 5_000).with(null));
    harness.enter("anna", looks("v3", NOW, Act.PRODUCT_VIEW, "f1"));
    assertThat(decisions(harness).get(2).silence()).isEqualTo(Silence.NO_OFFER);
  }

  @Test
  void thinksOfACartOnceItIsAbandonedUnlessAnOrderCame() throws Exception {
    harness.enter("anna", looks("v1", NOW, Act.ADD_TO_CART, "f1"));
    harness.enter("bert", looks("v2", NOW, Act.ADD_TO_CART, "f1"));
    harness.clock(NOW + HALF_AN_HOUR - 1);
    assertThat(decisions(harness)).isEmpty();
    harness.set(
        ReferenceKind.OFFERS,
        Dealing.offer("warranty").setEligibility("trigger != \"ORDER_PLACED\"").build());
    harness.enter("bert", buys("o", NOW + HALF_AN_HOUR - 1, 100, null, "f1"));
    harness.clock(NOW + HALF_AN_HOUR);
    var decisions = decisions(harness);
    assertThat(decisions).filteredOn(d -> d.offerId() != null).hasSize(1);
    assertThat(decisions.get(1).trigger()).isEqualTo(Trigger.Kind.CART_ABANDONED);
    assertThat(decisions.get(1).customerId()).isEqualTo("anna");
  }

  @Test
  void waitsWithMomentsUntilAllIsKnownAgain() throws Exception {
    Progressing.caughtUp = false;
    harness.enter("anna", call("c", NOW));
    harness.clock(NOW + 600);
    assertThat(decisions(harness)).isEmpty();
    Progressing.caughtUp = true;
    harness.clock(NOW + 1_200);
    assertThat(only().offerId()).isEqualTo("warranty");
  }

  @Test
  void countsHowOffersWereTakenOnceEachWhateverCameFirst() throws Exception {
    harness.enter("anna", call("c", NOW));
    var id = only().decisionId();
    var presented = Dealing.dealt(id, "warranty", Act.PRESENTED, Trigger.PHONE, NOW + 1);
    var declined = Dealing.dealt(id, "warranty", Act.DECLINED, Trigger.PHONE, NOW + 2);
    var accepted = Dealing.dealt(id, "warranty", Act.ACCEPTED, Trigger.PHONE, NOW + 3);
    for (var touch : List.of(accepted, presented, presented, declined)) {
      harness.enter("anna", touch);
    }
    var figures = figures();
    assertThat(figures.presented()).isEqualTo(1);
    assertThat(figures.accepted()).isEqualTo(1);
    assertThat(figures.declined()).isZero();
    assertThat(figures.taken().get(OfferFigures.cell("C", Trigger.PHONE)))
        .isEqualTo(new OfferFigures.Taken(1, 1));
    harness.post(Posting.moveOut("anna", accepted));
    assertThat(figures().accepted()).isZero();
    assertThat(figures().declined()).isEqualTo(1);
  }

  @Test
  void takesAnOrderThatNamesTheDecisionForAcceptanceAndItsReturnOffTheRevenue() throws Exception {
    harness.enter("anna", call("c", NOW));
    var id = only().decisionId();
    harness.enter("anna", buys("o", NOW + 1_000, 5_000, id, "f1"));
    harness.enter("anna", buys("o", NOW + 1_000, 5_000, id, "f1"));
    assertThat(figures().accepted()).isEqualTo(1);
    assertThat(figures().revenueMinor()).isEqualTo(5_000);
    harness.enter("anna", refund("r", NOW + 2_000, "o", 2_000));
    assertThat(figures().revenueMinor()).isEqualTo(3_000);
    assertThat(figures().accepted()).isEqualTo(1);
  }

  @Test
  void comparesWhoGetsOffersWithWhoNeverDoes() throws Exception {
    harness.enter("anna", call("c", NOW));
    harness.set(ReferenceKind.OFFER_POLICIES, policy().setSilentShare(1).build());
    harness.enter("bert", call("d", NOW));
    harness.enter("bert", buys("o1", NOW + 1_000, 5_000, null));
    harness.enter("bert", buys("o2", NOW + 14 * DAY + 1, 7_000, null));
    harness.enter("anna", buys("o3", NOW - 1_000, 7_000, null));
    harness.enter("bert", refund("r", NOW + 2_000, "o1", 1_000));
    assertThat(decisions(harness).get(1).silence()).isEqualTo(Silence.SILENT_GROUP);
    assertThat(effect())
        .isEqualTo(new OfferEffect(new Group(1, 0, 0, 0), new Group(1, 1, 4_000, 16e6)));
  }

  @Test
  void knowsWhatAnEarlierRunProposed() throws Exception {
    harness.set(
        ReferenceKind.OFFER_POLICIES,
        policy().setCaps(List.of(new Cap(CapScope.CUSTOMER, 1, 24))).build());
    var kept = harness.snapshot();
    harness.enter("anna", call("c", NOW));
    var told = only();
    harness.restore(kept);
    harness.clock(NOW);
    harness.post(
        Posting.enter("anna", Proposal.touch(told, new Touch.Origin("offer-decisions", 0, 0))));
    harness.enter("anna", call("c", NOW));
    assertThat(decisions(harness)).isEmpty();
    harness.enter("anna", call("d", NOW + 1));
    assertThat(only().silence()).isEqualTo(Silence.CUSTOMER_CAP);
    assertThat(figures().decided()).isEqualTo(1);
    assertThat(figures().blocked()).containsEntry(Silence.CUSTOMER_CAP, 1L);
  }

  @Test
  void sparesWhoOptedOutAndComesBackToThemWhenTheyChangeTheirMind() throws Exception {
    harness.post(Posting.profile("anna", new Profile(null, null, List.of(), 0, true, false)));
    harness.enter("anna", call("c", NOW));
    assertThat(only().silence()).isEqualTo(Silence.OPTED_OUT);
    harness.post(Posting.profile("anna", Profile.of(null, null)));
    harness.enter("anna", call("d", NOW));
    assertThat(decisions(harness).get(1).offerId()).isEqualTo("warranty");
  }

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
    assertThat(decisions(harness)).isEmpty();
    harness.clock(NOW + 10_000);
    harness.tell(Command.tick(NOW));
    assertThat(only().trigger()).isEqualTo(Trigger.Kind.REPLACEMENT_DUE);
    assertThat(only().customerId()).isEqualTo("anna");
    harness.restart();
    harness.clock(NOW + 20_000);
    harness.tell(Command.tick(NOW + 5_000));
    assertThat(decisions(harness)).isEmpty();
    var last = shares().get(shares().size() - 1);
    assertThat(last.found()).extracting("customers").containsExactly(1L);
    assertThat(last.orders()).isEqualTo(1);
    assertThat(last.spentMinor()).isEqualTo(5_000);
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
