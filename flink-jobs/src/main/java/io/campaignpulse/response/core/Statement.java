package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Settled.FirstContact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A customer's shares of all campaigns, worked out from the whole ledger at once: a pure function
 * of the set of events and the campaigns, which is what makes the figures free of order.
 */
final class Statement {
  private static final Comparator<Touch> IN_TIME =
      Comparator.comparingLong(Touch::at).thenComparing(Touch::eventId);

  private final Ledger ledger;
  private final CampaignBook book;
  private final List<Contact> contacts;
  private final List<Touch> interactions = new ArrayList<>();
  private final List<Touch> returns = new ArrayList<>();
  private final Map<String, Touch> orders = new HashMap<>();
  private final Credit.Rule rule;
  private final Map<String, ShareBuilder> builders = new HashMap<>();

  private Statement(Ledger ledger, CampaignBook book) {
    this.ledger = ledger;
    this.book = book;
    this.contacts = contacts(ledger);
    for (var touch : ledger.getTouches().values()) {
      if (touch.interaction()) {
        interactions.add(touch);
      } else if (touch.kind() == Touch.Kind.RETURN) {
        returns.add(touch);
      }
    }
    interactions.sort(IN_TIME);
    for (var touch : interactions) {
      if (touch.kind() == Touch.Kind.ORDER) {
        orders.putIfAbsent(touch.unitId(), touch);
      }
    }
    this.rule = new Credit.Rule(book, contacts);
  }

  /** Every share of the ledger. */
  static Map<String, Share> shares(Ledger ledger, CampaignBook book) {
    var statement = new Statement(ledger, book);
    ledger.getSettled().keySet().forEach(statement::builder);
    statement.add(touch -> true);
    var shares = new HashMap<String, Share>();
    statement.builders.forEach((id, builder) -> shares.put(id, builder.build(ledger.getSegment())));
    return shares;
  }

  /** What is left of each campaign once these events are forgotten. */
  static Map<String, Settled> settle(Ledger ledger, CampaignBook book, Predicate<Touch> forgotten) {
    var statement = new Statement(ledger, book);
    statement.add(forgotten);
    var settled = new HashMap<>(ledger.getSettled());
    statement.builders.forEach((id, builder) -> settled.put(id, builder.settled()));
    return settled;
  }

  static List<Contact> contacts(Ledger ledger) {
    var events = new HashMap<String, List<Touch>>();
    for (var touch : ledger.getTouches().values()) {
      if (touch.kind() == Touch.Kind.CONTACT) {
        events.computeIfAbsent(touch.unitId(), id -> new ArrayList<>()).add(touch);
      }
    }
    return new ArrayList<>(events.values().stream().map(Contact::of).toList());
  }

  private void add(Predicate<Touch> included) {
    addContacts(included);
    for (var interaction : interactions) {
      if (included.test(interaction)) {
        rule.of(interaction)
            .ifPresent(
                credit ->
                    builder(credit.campaign().campaignId())
                        .ifPresent(b -> b.credited(interaction, credit.direct())));
      }
    }
    for (var refund : returns) {
      var order = orders.get(refund.unitId());
      if (order != null && included.test(refund)) {
        rule.of(order)
            .flatMap(credit -> builder(credit.campaign().campaignId()))
            .ifPresent(b -> b.refunded(refund));
      }
    }
    addAssignments(included);
  }

  /** A contact's events are kept or forgotten together, so that the first speaks for all. */
  private void addContacts(Predicate<Touch> included) {
    for (var contact : contacts) {
      if (included.test(contact.first())) {
        builder(contact.campaignId()).ifPresent(b -> b.contact(contact));
      }
    }
  }

  private void addAssignments(Predicate<Touch> included) {
    assignments()
        .forEach(
            (id, first) -> {
              var terms = book.find(id);
              for (var touch : interactions) {
                if (included.test(touch) && terms.within(first.at(), touch.at())) {
                  builder(id).ifPresent(b -> b.afterAssignment(touch));
                }
              }
              for (var refund : returns) {
                if (included.test(refund) && refundWithin(refund, terms, first.at())) {
                  builder(id).ifPresent(b -> b.afterAssignment(refund));
                }
              }
            });
  }

  private boolean refundWithin(Touch refund, CampaignTerms terms, long assignedAt) {
    var order = orders.get(refund.unitId());
    return order != null
        && terms.within(assignedAt, order.at())
        && terms.within(assignedAt, refund.at());
  }

  /** The first contact with each defined campaign, control included. */
  private Map<String, FirstContact> assignments() {
    var first = new HashMap<String, FirstContact>();
    ledger
        .getSettled()
        .forEach((id, settled) -> first.merge(id, orNone(settled), FirstContact::earlier));
    contacts.forEach(c -> first.merge(c.campaignId(), FirstContact.of(c), FirstContact::earlier));
    first.entrySet().removeIf(e -> e.getValue() == NO_CONTACT || book.find(e.getKey()) == null);
    return first;
  }

  private static final FirstContact NO_CONTACT = new FirstContact(Settled.NEVER, "\uffff", "", "");

  private static FirstContact orNone(Settled settled) {
    return settled.first() == null ? NO_CONTACT : settled.first();
  }

  /** The share under construction; empty for a campaign that is not defined. */
  private Optional<ShareBuilder> builder(String campaignId) {
    var terms = book.find(campaignId);
    if (terms == null) {
      return Optional.empty();
    }
    return Optional.of(
        builders.computeIfAbsent(
            campaignId,
            id ->
                new ShareBuilder(terms, ledger.getSettled().getOrDefault(id, Settled.nothing()))));
  }
}
