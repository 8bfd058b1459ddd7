package io.campaignpulse.standalone.truth;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.identity.core.Choice;
import io.campaignpulse.identity.core.Links;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Touches;
import io.campaignpulse.response.core.Bookkeeping;
import io.campaignpulse.response.core.CampaignBook;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.ChangeSum;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.response.core.Terms;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/** The cores of identity and response joined by plain method calls, one record after the other. */
final class PlainPipeline {
  private final Currency currency;
  private final Map<String, Links> links = new HashMap<>();
  private final Map<String, Choice> choices = new HashMap<>();
  private final Map<String, Ledger> ledgers = new HashMap<>();
  private final CampaignBook campaigns = new CampaignBook(List.of());
  private final Map<String, Tally> sums = new TreeMap<>();

  PlainPipeline(Currency currency) {
    this.currency = currency;
  }

  /** Sums by campaign and place: totals, variant, segment, channel and minute. */
  Map<String, Tally> sums() {
    sums.values().removeIf(Tally::zero);
    return sums;
  }

  void take(SpecificRecord message) {
    if (message instanceof Campaign campaign) {
      define(Terms.of(campaign));
    } else if (message instanceof Customer customer) {
      know(customer);
    } else {
      event(Touches.of(message, new Touch.Origin("", 0, 0), currency));
    }
  }

  private void define(CampaignTerms terms) {
    var old = campaigns.copy();
    campaigns.put(terms);
    ledgers.values().forEach(ledger -> add(Bookkeeping.revise(ledger, old, campaigns)));
  }

  private void know(Customer customer) {
    var id = customer.getCustomerId();
    var at = customer.getUpdatedAt().toEpochMilli();
    post(id, ledger -> ledger.assign(Profile.of(customer.getSegment(), customer.getLanguage())));
    customer.getPhones().forEach(phone -> link(Identities.key("phone", phone), id, at));
    customer.getEmails().forEach(email -> link(Identities.key("email", email), id, at));
    customer.getVisitorIds().forEach(visitor -> link(Identities.key("visitor", visitor), id, at));
  }

  private void event(Touch touch) {
    if (touch.customerId() == null) {
      if (touch.kind() != Touch.Kind.LINK) {
        ask(touch);
      }
      return;
    }
    touch.identities().forEach(identity -> link(identity, touch.customerId(), touch.at()));
    if (touch.kind() != Touch.Kind.LINK) {
      enter(touch.customerId(), touch);
    }
  }

  private void ask(Touch touch) {
    for (int rank = 0; rank < touch.identities().size(); rank++) {
      var known = links.computeIfAbsent(touch.identities().get(rank), i -> new Links());
      if (known.remember(touch)) {
        answer(touch, rank, known.getCustomerId());
      }
    }
  }

  private void link(String identity, String customer, long at) {
    var known = links.computeIfAbsent(identity, i -> new Links());
    if (known.learn(customer, at)) {
      List.copyOf(known.getTouches().values())
          .forEach(t -> answer(t, t.identities().indexOf(identity), customer));
    }
  }

  private void answer(Touch touch, int rank, String customer) {
    var choice = choices.computeIfAbsent(touch.eventId(), id -> new Choice());
    choice.answer(touch, rank, customer);
    if (choice.complete()) {
      var before = choice.getOwner();
      choice.setOwner(choice.choose());
      if (before != null) {
        post(before, ledger -> ledger.remove(touch.eventId()));
      }
      enter(choice.getOwner(), touch);
    }
  }

  private void enter(String customer, Touch touch) {
    add(Bookkeeping.enter(ledger(customer), campaigns, touch));
  }

  private void post(String customer, Predicate<Ledger> change) {
    add(Bookkeeping.apply(ledger(customer), campaigns, change));
  }

  private Ledger ledger(String customer) {
    return ledgers.computeIfAbsent(customer, c -> new Ledger());
  }

  private void add(List<Change> changes) {
    var sum = new ChangeSum();
    changes.forEach(sum::add);
    for (var change : sum.take(Integer.MAX_VALUE)) {
      var id = change.campaignId();
      for (var group : change.groups()) {
        add(id + " totals", group.tally());
        add(id + " channel " + group.channel(), Figures.withoutLift(group.tally()));
        add(id + " variant " + group.variant(), group.tally());
        add(id + " segment " + group.segment(), Figures.withoutLift(group.tally()));
      }
      change.minutes().forEach(m -> add(id + " minute " + m.minute(), m.tally()));
    }
  }

  private void add(String place, Tally tally) {
    sums.computeIfAbsent(place, p -> new Tally()).add(tally);
  }
}
