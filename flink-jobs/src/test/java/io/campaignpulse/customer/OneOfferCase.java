package io.campaignpulse.customer;

import static io.campaignpulse.offers.core.Dealing.offer;
import static io.campaignpulse.offers.core.Dealing.policy;
import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.acting;
import static io.campaignpulse.response.core.Fixtures.interaction;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Json;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.serving.ViewWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of one offer to callers, and what customers do about it. */
abstract class OneOfferCase {
  static final long NOW = START + 2 * DAY;

  CustomerHarness harness;

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

  List<OfferDecision> decisions() throws Exception {
    return decisions(harness);
  }

  OfferDecision only() throws Exception {
    var decisions = decisions();
    assertThat(decisions).hasSize(1);
    return decisions.get(0);
  }

  OfferFigures figures() {
    return harness.side(Outputs.OFFERS).stream()
        .map(OfferNews::figures)
        .filter(Objects::nonNull)
        .reduce(OfferFigures.none("warranty"), OfferFigures::plus);
  }

  OfferEffect effect() {
    return harness.side(Outputs.OFFERS).stream()
        .map(OfferNews::effect)
        .filter(Objects::nonNull)
        .reduce(OfferEffect.NONE, OfferEffect::plus);
  }
}
