package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Settled.FirstContact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A customer's shares of all campaigns, worked out from the whole ledger at once: a pure function
 * of the set of events and the campaigns, which is what makes the figures free of order.
 */
final class Statement {
  private final Ledger ledger;
  private final CampaignBook book;
  private final Map<String, Contact> contacts = new LinkedHashMap<>();
  private final List<Touch> interactions;
  private final List<Touch> returns = new ArrayList<>(0);
  private final Map<String, Touch> orders = new HashMap<>();
  private final Credit.Rule rule;
  private final Map<String, ShareBuilder> builders = new HashMap<>();

  private Statement(Ledger ledger, CampaignBook book) {
    this.ledger = ledger;
    this.book = book;
    this.interactions = new ArrayList<>(ledger.touches().size());
    ledger.touches().forEach(this::sort);
    this.rule = new Credit.Rule(book, contacts.values());
  }

  /** Takes the events in order of time, so that the first of a contact or an order is known. */
  private void sort(Touch touch) {
    switch (touch.kind()) {
      case CONTACT -> {
        var known = contacts.putIfAbsent(touch.unitId(), new Contact(touch));
        if (known != null) {
          known.add(touch);
        }
      }
      case ORDER -> {
        interactions.add(touch);
        orders.putIfAbsent(touch.unitId(), touch);
      }
      case CALL, VISIT, OTHER -> interactions.add(touch);
      case RETURN -> returns.add(touch);
      case LINK -> {}
    }
  }

  /** Every share of the ledger. */
  static Map<String, Share> shares(Ledger ledger, CampaignBook book) {
    var statement = new Statement(ledger, book);
    ledger.settled().keySet().forEach(statement::builder);
    statement.add(touch -> true);
    var shares = new HashMap<String, Share>(statement.builders.size() * 2);
    statement.builders.forEach((id, builder) -> shares.put(id, builder.build(ledger.segment())));
    return shares;
  }

  /** What is left of each campaign once these events are forgotten. */
  static Map<String, Settled> settle(Ledger ledger, CampaignBook book, Predicate<Touch> forgotten) {
    var statement = new Statement(ledger, book);
    statement.add(forgotten);
    var settled = new HashMap<>(ledger.settled());
    statement.builders.forEach((id, builder) -> settled.put(id, builder.settled()));
    return settled;
  }

  private void add(Predicate<Touch> included) {
    addContacts(included);
    for (var interaction : interactions) {
      if (included.test(interaction)) {
        var credit = rule.of(interaction);
        if (credit != null) {
          builder(credit.campaign()).credited(interaction, credit.direct());
        }
      }
    }
    for (var refund : returns) {
      var order = orders.get(refund.unitId());
      var credit = order == null || !included.test(refund) ? null : rule.of(order);
      if (credit != null) {
        builder(credit.campaign()).refunded(refund);
      }
    }
    addAssignments(included);
  }

  /** A contact's events are kept or forgotten together, so that the first speaks for all. */
  private void addContacts(Predicate<Touch> included) {
    for (var contact : contacts.values()) {
      var builder = included.test(contact.first()) ? builder(contact.campaignId()) : null;
      if (builder != null) {
        builder.contact(contact);
      }
    }
  }

  private void addAssignments(Predicate<Touch> included) {
    assignments()
        .forEach(
            (id, first) -> {
              var terms = book.find(id);
              if (terms != null) {
                addWindow(terms, first.at(), included);
              }
            });
  }

  /** What the customer did within the response window from assignment, whoever is credited. */
  private void addWindow(CampaignTerms terms, long assignedAt, Predicate<Touch> included) {
    for (int i = firstFrom(assignedAt); i < interactions.size(); i++) {
      var touch = interactions.get(i);
      if (!terms.within(assignedAt, touch.at())) {
        break;
      }
      if (included.test(touch)) {
        builder(terms).afterAssignment(touch);
      }
    }
    for (var refund : returns) {
      if (included.test(refund) && refundWithin(refund, terms, assignedAt)) {
        builder(terms).afterAssignment(refund);
      }
    }
  }

  /** The place of the first interaction at or after this time. */
  private int firstFrom(long at) {
    int low = 0;
    int high = interactions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (interactions.get(middle).at() < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean refundWithin(Touch refund, CampaignTerms terms, long assignedAt) {
    var order = orders.get(refund.unitId());
    return order != null
        && terms.within(assignedAt, order.at())
        && terms.within(assignedAt, refund.at());
  }

  /** The first contact with each campaign, control included. */
  private Map<String, FirstContact> assignments() {
    var first = new HashMap<String, FirstContact>();
    ledger
        .settled()
        .forEach(
            (id, settled) -> {
              if (settled.first() != null) {
                first.put(id, settled.first());
              }
            });
    for (var contact : contacts.values()) {
      first.merge(contact.campaignId(), FirstContact.of(contact), FirstContact::earlier);
    }
    return first;
  }

  /** The share under construction; null for a campaign that is not defined. */
  private ShareBuilder builder(String campaignId) {
    var terms = book.find(campaignId);
    return terms == null ? null : builder(terms);
  }

  private ShareBuilder builder(CampaignTerms terms) {
    var builder = builders.get(terms.campaignId());
    if (builder == null) {
      builder = new ShareBuilder(terms, ledger.settled().get(terms.campaignId()));
      builders.put(terms.campaignId(), builder);
    }
    return builder;
  }
}
