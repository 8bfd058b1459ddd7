package io.campaignpulse.response.core;

import static io.campaignpulse.response.core.Settled.NEVER;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.ingest.core.Touch;

/** Adds up one customer's share of one campaign; starts from what was settled before. */
final class ShareBuilder {
  private static final Touch.Status[] STATUSES = Touch.Status.values();

  private final CampaignTerms terms;
  private final Account account;
  private final Lines events = new Lines();
  private final Units units = new Units();

  /** What can be listed; null where nobody asks. */
  private final TraceList traces;

  /** Starts from what was settled before; null for nothing. */
  ShareBuilder(CampaignTerms terms, Settled before, boolean traced) {
    this.terms = terms;
    this.traces = traced ? new TraceList() : null;
    this.account = new Account(terms, before);
    if (before != null) {
      events.addSettled(before.additive(), 1);
    }
  }

  Account account() {
    return account;
  }

  void contact(Contact contact) {
    account.contact(contact);
    if (!terms.control(contact.variant())) {
      contact(events, contact);
      if (traces != null) {
        traces.add(contact);
      }
    }
  }

  /** Adds a contact that is no control's, and what became of it. */
  static void contact(Lines events, Contact contact) {
    events.post(Figure.CONTACTS, contact.at(), 1);
    for (var status : STATUSES) {
      if (contact.statusAt(status) != NEVER) {
        status(events, status, contact.statusAt(status));
      }
    }
  }

  /** Adds what became of a contact that is no control's. */
  static void status(Lines events, Touch.Status status, long at) {
    switch (status) {
      case OPENED -> events.post(Figure.OPENED, at, 1);
      case CLICKED -> events.post(Figure.CLICKED, at, 1);
      case BOUNCED -> events.post(Figure.BOUNCED, at, 1);
      case UNSUBSCRIBED -> events.post(Figure.UNSUBSCRIBED, at, 1);
      case SENT, DELIVERED -> {}
    }
  }

  /**
   * Takes a credited interaction. Earlier ones must come first, as a unit counts where it began.
   */
  void credited(Touch interaction, boolean direct) {
    var begins = units.add(interaction);
    account.credited(events, interaction, direct, begins);
    if (traces != null) {
      traces.add(interaction, direct, begins);
    }
  }

  void refunded(Touch refund) {
    account.refunded(events, refund);
  }

  Settled settled() {
    return account.settled(events.tally());
  }

  Share build(Membership membership) {
    return new Share(account.group(membership), events, account.standing(), traces.list());
  }
}
