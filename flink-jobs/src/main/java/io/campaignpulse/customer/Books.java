package io.campaignpulse.customer;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.offers.CustomerFacts;
import io.campaignpulse.events.offers.CustomerFacts.Owned;
import io.campaignpulse.events.priority.PriorityScore;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.RoutingDecision.NextOffer;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.offers.Offered;
import io.campaignpulse.offers.OfferedType;
import io.campaignpulse.offers.core.Customer;
import io.campaignpulse.offers.core.Dealings;
import io.campaignpulse.offers.core.Moments;
import io.campaignpulse.response.LedgerType;
import io.campaignpulse.response.ResponseDesk;
import io.campaignpulse.response.core.Bookkeeping;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.routing.CallNews;
import io.campaignpulse.routing.core.Activity;
import io.campaignpulse.routing.core.Callers;
import io.campaignpulse.routing.core.Callers.Caller;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.Standings;
import io.campaignpulse.value.Valued;
import io.campaignpulse.value.ValuedType;
import io.campaignpulse.value.core.Goods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/** What is kept of the customer at hand, and what there is to tell of it. */
final class Books {
  static final ValueStateDescriptor<Ledger> LEDGER =
      new ValueStateDescriptor<>("ledger", new LedgerType.Serializer());
  static final ValueStateDescriptor<Valued> VALUED =
      new ValueStateDescriptor<>("valued", new ValuedType.Serializer());
  static final ValueStateDescriptor<Offered> OFFERED =
      new ValueStateDescriptor<>("offered", new OfferedType.Serializer());

  private static final int MOST_OWNED = 200;

  private final ValueState<Ledger> ledgers;
  private final ValueState<Valued> valueds;
  private final ValueState<Offered> offereds;
  private final ResponseDesk response;
  private final Yardsticks yardsticks;
  private final Standings standings = new Standings();

  Books(
      ValueState<Ledger> ledgers,
      ValueState<Valued> valueds,
      ValueState<Offered> offereds,
      ResponseDesk response,
      Yardsticks yardsticks) {
    this.ledgers = ledgers;
    this.valueds = valueds;
    this.offereds = offereds;
    this.response = response;
    this.yardsticks = yardsticks;
  }

  Yardsticks yardsticks() {
    return yardsticks;
  }

  Standings standings() {
    return standings;
  }

  ResponseDesk response() {
    return response;
  }

  /** The customer's ledger; null for a customer never heard of. */
  Ledger ledger() throws IOException {
    return ledgers.value();
  }

  /** The buyer's purchases; null for a customer never seen to buy. */
  Valued valued() throws IOException {
    return valueds.value();
  }

  /** Of a customer known by nothing but an identity nothing stays once their sales are moved. */
  void save(String customer, Valued valued) throws IOException {
    var nobody = Identities.namesNobody(customer);
    if (valued.none() && nobody) {
      valueds.clear();
    } else {
      valueds.update(valued);
    }
    if (!nobody) {
      standings.note(customer, valued);
    }
  }

  /** What is kept of the customer for offers; null for nothing. */
  Offered offered() throws IOException {
    return offereds.value();
  }

  void save(Offered offered) throws IOException {
    if (offered.empty()) {
      offereds.clear();
    } else {
      offereds.update(offered);
    }
  }

  /** Of a customer known by an id a stub stays, so that all are counted. */
  void save(String customer, Ledger ledger) throws IOException {
    if (ledger.empty() && Identities.namesNobody(customer)) {
      ledgers.clear();
    } else {
      ledgers.update(ledger);
    }
  }

  /** Puts a buyer into the tier of their worth; returns whether that is another than before. */
  boolean rank(Valued valued, Ledger ledger, Consumer<Change> out) {
    if (!yardsticks.values().rank(valued)) {
      return false;
    }
    Bookkeeping.join(ledger, response.book(), l -> l.rank(valued.tier())).forEach(out);
    return true;
  }

  /** The same for a buyer whose ledger is not at hand, and is looked at only if need be. */
  boolean rank(String customer, Valued valued, Consumer<Change> out) {
    if (!yardsticks.values().rank(valued)) {
      return false;
    }
    try {
      var known = ledgers.value();
      var ledger = known == null ? new Ledger() : known;
      Bookkeeping.join(ledger, response.book(), l -> l.rank(valued.tier())).forEach(out);
      save(customer, ledger);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows what the customer did lately. */
  void showActivity(String customer, Ledger ledger, Consumer<ViewWrite> out) {
    var key = RedisKeys.customer(customer);
    out.accept(
        ledger.page().size() == 0
            ? ViewWrite.gone(key, RedisKeys.ACTIVITY)
            : ViewWrite.of(key, RedisKeys.ACTIVITY, shown(customer, ledger), null, null));
  }

  /** Shows what the customer is worth, if they ever bought. */
  void showValue(String customer, Consumer<ViewWrite> out) throws IOException {
    var valued = valueds.value();
    if (valued != null && valued.told() && !Identities.namesNobody(customer)) {
      out.accept(yardsticks.values().view(customer, valued));
    }
  }

  private CustomerActivity shown(String customer, Ledger ledger) {
    return activity(customer, ledger).contactedBy(ledger.unanswered(response.book()));
  }

  private CustomerActivity activity(String customer, Ledger ledger) {
    return Activity.of(customer, ledger.touches(), ledger.responses(response.book()));
  }

  /** What a queue should hear of a call. */
  CallNews news(String customer, Touch touch, Ledger ledger) throws IOException {
    if (touch.kind() == Touch.Kind.OUTCOME) {
      return new CallNews(touch.unitId(), touch.queue(), touch.at(), touch.act(), null);
    }
    var asked = Callers.ask(touch, caller(customer, touch, ledger));
    return new CallNews(touch.unitId(), touch.queue(), touch.at(), null, asked);
  }

  /** What decides whether the customer gets an offer at a moment of event time. */
  Customer asked(String customer, long at, Ledger ledger) throws IOException {
    var membership = ledger.membership();
    var valued = valueds.value();
    var tier = membership.tier() == null ? ValueRanks.C : membership.tier();
    var profile = membership.profile();
    var facts =
        new CustomerFacts(
            tier, profile.segment(), profile.language(), profile.tags(), owned(valued));
    return new Customer(
        customer,
        facts,
        profile,
        PriorityScore.complains(activity(customer, ledger).signals(), at),
        dealings(ledger, valued),
        Dealings.contacts(ledger.page().ofKind(Touch.Kind.CONTACT), this::control));
  }

  private static List<Touch> dealings(Ledger ledger, Valued valued) {
    var dealings = ledger.page().ofKind(Touch.Kind.OFFER);
    return valued == null || dealings.isEmpty()
        ? dealings
        : Dealings.withOrders(dealings, valued.sales());
  }

  private boolean control(Touch contact) {
    var terms = response.book().find(contact.campaignId());
    return terms != null && terms.control(contact.variant());
  }

  /** The products last bought, where there are many. */
  private List<Owned> owned(Valued valued) {
    if (valued == null) {
      return List.of();
    }
    var board = yardsticks.offers().board();
    return valued.goods().stream()
        .sorted(Comparator.comparingLong(Goods.Owned::lastBoughtAt).reversed())
        .limit(MOST_OWNED)
        .map(
            each ->
                new Owned(
                    each.productId(),
                    each.category() == null ? board.category(each.productId()) : each.category(),
                    each.lastBoughtAt()))
        .toList();
  }

  private Caller caller(String customer, Touch touch, Ledger ledger) throws IOException {
    var signals = activity(customer, ledger).signals();
    var valued = valueds.value();
    var unknown = Identities.namesNobody(customer);
    Double percentile =
        unknown ? null : valued == null ? 0.0 : yardsticks.values().percentile(valued);
    return new Caller(
        customer,
        PriorityScore.of(yardsticks.weights(), percentile, signals, touch.at()),
        signals,
        ledger.membership().tier(),
        unknown || valued == null || !valued.buys(),
        ledger.membership().profile().language(),
        Callers.lastAgent(ledger.touches()),
        response.book().direct(touch) != null,
        offer(Moments.proposedTo(touch, ledger.page())));
  }

  private static NextOffer offer(Touch proposed) {
    return proposed == null ? null : new NextOffer(proposed.unitId(), proposed.trade().offerId());
  }
}
