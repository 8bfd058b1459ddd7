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
import io.campaignpulse.offers.core.Customer;
import io.campaignpulse.offers.core.Dealings;
import io.campaignpulse.offers.core.Moments;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.routing.CallNews;
import io.campaignpulse.routing.core.Activity;
import io.campaignpulse.routing.core.CallMark;
import io.campaignpulse.routing.core.Callers;
import io.campaignpulse.routing.core.Callers.Caller;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.Valued;
import io.campaignpulse.value.core.Goods;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What there is to tell of the customer at hand: to a screen, to a queue, and where offers are. */
final class Telling {
  private static final int MOST_OWNED = 200;

  private final Books books;

  Telling(Books books) {
    this.books = books;
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
    var valued = books.valued();
    if (valued != null && valued.told() && !Identities.namesNobody(customer)) {
      out.accept(books.yardsticks().values().view(customer, valued));
    }
  }

  private CustomerActivity shown(String customer, Ledger ledger) {
    return activity(customer, ledger).contactedBy(ledger.unanswered(books.response().book()));
  }

  private CustomerActivity activity(String customer, Ledger ledger) {
    return Activity.of(customer, ledger.touches(), ledger.responses(books.response().book()));
  }

  /** What a queue should hear of a call. */
  CallNews news(String customer, Touch touch, Ledger ledger, List<CallMark> marks)
      throws IOException {
    return touch.kind() == Touch.Kind.OUTCOME
        ? CallNews.left(touch, marks)
        : CallNews.waits(Callers.ask(touch, caller(customer, touch, ledger)), marks);
  }

  /** What decides whether the customer gets an offer at a moment of event time. */
  Customer asked(String customer, long at, Ledger ledger) throws IOException {
    var membership = ledger.membership();
    var valued = books.valued();
    var tier = membership.tier() == null ? ValueRanks.C : membership.tier();
    var profile = membership.profile();
    var facts =
        new CustomerFacts(
            tier, profile.segment(), profile.language(), profile.tags(), owned(valued));
    return new Customer(
        customer,
        facts,
        profile,
        complains(customer, at, ledger),
        dealings(ledger, valued),
        Dealings.contacts(ledger.page().ofKind(Touch.Kind.CONTACT), this::control));
  }

  /** Whether a complaint is open. Most have nothing that could tell of one. */
  private boolean complains(String customer, long at, Ledger ledger) {
    var page = ledger.page();
    return (page.holds(Touch.Kind.OTHER) || page.holds(Touch.Kind.OUTCOME))
        && PriorityScore.complains(activity(customer, ledger).signals(), at);
  }

  private static List<Touch> dealings(Ledger ledger, Valued valued) {
    var dealings = ledger.page().ofKind(Touch.Kind.OFFER);
    return valued == null || dealings.isEmpty()
        ? dealings
        : Dealings.withOrders(dealings, valued.sales());
  }

  private boolean control(Touch contact) {
    var terms = books.response().book().find(contact.campaignId());
    return terms != null && terms.control(contact.variant());
  }

  /** The products last bought, where there are many. */
  private List<Owned> owned(Valued valued) {
    if (valued == null) {
      return List.of();
    }
    var board = books.yardsticks().offers().board();
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
    var activity = activity(customer, ledger);
    var signals = activity.signals();
    var valued = books.valued();
    var unknown = Identities.namesNobody(customer);
    Double percentile =
        unknown ? null : valued == null ? 0.0 : books.yardsticks().values().percentile(valued);
    return new Caller(
        customer,
        PriorityScore.of(books.yardsticks().weights(), percentile, signals, touch.at()),
        signals,
        ledger.membership().tier(),
        unknown || valued == null || !valued.buys(),
        ledger.membership().profile().language(),
        activity.lastAgentId(),
        books.response().book().direct(touch) != null,
        offer(Moments.proposedTo(touch, ledger.page())));
  }

  private static NextOffer offer(Touch proposed) {
    return proposed == null ? null : new NextOffer(proposed.unitId(), proposed.trade().offerId());
  }
}
