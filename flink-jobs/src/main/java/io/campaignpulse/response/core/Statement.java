package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A customer's shares of all campaigns, worked out from the whole ledger at once: a pure function
 * of the set of events and the campaigns, which is what makes the figures free of order.
 */
final class Statement {
  private final Map<String, Settled> settled;
  private final CampaignBook book;
  private final History history;
  private final Credit.Rule rule;
  private final boolean traced;
  private final Map<String, ShareBuilder> builders = new HashMap<>(4);

  /** Works out every share of these events, in order of time, and of what was settled. */
  Statement(List<Touch> touches, Map<String, Settled> settled, CampaignBook book) {
    this(touches, settled, book, touch -> true, true);
    settled.keySet().forEach(this::builder);
  }

  private Statement(
      List<Touch> touches,
      Map<String, Settled> settled,
      CampaignBook book,
      Predicate<Touch> included,
      boolean traced) {
    this.settled = settled;
    this.book = book;
    this.traced = traced;
    this.history = new History(touches, settled);
    this.rule = new Credit.Rule(book, history.contacts());
    add(included);
  }

  /** What the customer is by all events of the ledger, of which nothing is to be listed. */
  static Accounts accounts(Ledger ledger, CampaignBook book) {
    var statement = new Statement(ledger.touches(), ledger.settled(), book, touch -> true, false);
    ledger.settled().keySet().forEach(statement::builder);
    return statement.accounts();
  }

  /** Every share of the ledger. */
  static Map<String, Share> shares(Ledger ledger, CampaignBook book) {
    return new Statement(ledger.touches(), ledger.settled(), book).shares(ledger.membership());
  }

  /** What is left of each campaign once these events are forgotten. */
  static Map<String, Settled> settle(Ledger ledger, CampaignBook book, Predicate<Touch> forgotten) {
    var statement = new Statement(ledger.touches(), ledger.settled(), book, forgotten, false);
    var settled = new HashMap<>(ledger.settled());
    statement.builders.forEach((id, builder) -> settled.put(id, builder.settled()));
    return settled;
  }

  private void add(Predicate<Touch> included) {
    addContacts(included);
    for (var interaction : history.interactions()) {
      var credit = included.test(interaction) ? rule.of(interaction) : null;
      if (credit != null) {
        builder(credit.campaign()).credited(interaction, credit.direct());
      }
    }
    for (var refund : history.returns()) {
      var order = history.order(refund.unitId());
      var credit = order == null || !included.test(refund) ? null : rule.of(order);
      if (credit != null) {
        builder(credit.campaign()).refunded(refund);
      }
    }
    addAssignments(included);
  }

  /** A contact's events are kept or forgotten together, so that the first speaks for all. */
  private void addContacts(Predicate<Touch> included) {
    for (var contact : history.contacts()) {
      var builder = included.test(contact.first()) ? builder(contact.campaignId()) : null;
      if (builder != null) {
        builder.contact(contact);
      }
    }
  }

  private void addAssignments(Predicate<Touch> included) {
    history
        .assignments()
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
    var interactions = history.interactions();
    for (int i = history.firstFrom(assignedAt); i < interactions.size(); i++) {
      var touch = interactions.get(i);
      if (!terms.within(assignedAt, touch.at())) {
        break;
      }
      if (included.test(touch)) {
        builder(terms).account().afterAssignment(touch.kind(), touch.amountMinor());
      }
    }
    for (var refund : history.returns()) {
      if (included.test(refund) && history.refundWithin(refund, terms, assignedAt)) {
        builder(terms).account().afterAssignment(refund.kind(), refund.amountMinor());
      }
    }
  }

  Map<String, Share> shares(Membership membership) {
    var shares = new HashMap<String, Share>(builders.size() * 2);
    builders.forEach((id, builder) -> shares.put(id, builder.build(membership)));
    return shares;
  }

  /** What the customer is by all this. */
  Accounts accounts() {
    var accounts = new ArrayList<Account>(builders.size() + 1);
    builders.values().forEach(builder -> accounts.add(builder.account()));
    return new Accounts(book, rule, accounts, lastUnnamed());
  }

  /** When the last interaction was that names no campaign. */
  private long lastUnnamed() {
    var interactions = history.interactions();
    for (int i = interactions.size() - 1; i >= 0; i--) {
      if (book.direct(interactions.get(i)) == null) {
        return interactions.get(i).at();
      }
    }
    return Long.MIN_VALUE;
  }

  /** The share under construction; null for a campaign that is not defined. */
  private ShareBuilder builder(String campaignId) {
    var terms = book.find(campaignId);
    return terms == null ? null : builder(terms);
  }

  private ShareBuilder builder(CampaignTerms terms) {
    var builder = builders.get(terms.campaignId());
    if (builder == null) {
      builder = new ShareBuilder(terms, settled.get(terms.campaignId()), traced);
      builders.put(terms.campaignId(), builder);
    }
    return builder;
  }
}
