package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * To which campaign an interaction is credited, by the method <i>best</i>: to the campaign it
 * names, else to that of the most recent eligible contact.
 */
record Credit(CampaignTerms campaign, boolean direct) {

  /** The contacts of one customer that an interaction can be credited through. */
  static final class Rule {
    private static final Comparator<Eligible> LATEST_FIRST =
        Comparator.comparingLong((Eligible eligible) -> eligible.at)
            .thenComparing(Eligible::contactId)
            .reversed();

    private record Eligible(long at, String contactId, CampaignTerms terms) {}

    private final CampaignBook book;
    private final List<Eligible> latestFirst;

    private Rule(CampaignBook book) {
      this.book = book;
      this.latestFirst = new ArrayList<>(4);
    }

    Rule(CampaignBook book, Iterable<Contact> contacts) {
      this(book);
      contacts.forEach(this::take);
      latestFirst.sort(LATEST_FIRST);
    }

    /** The rule by contacts that are known to count, the latest first. */
    static Rule of(List<WorkedOut.Creditable> creditable, CampaignBook book) {
      var rule = new Rule(book);
      for (var contact : creditable) {
        rule.latestFirst.add(
            new Eligible(contact.at(), contact.contactId(), book.find(contact.campaignId())));
      }
      return rule;
    }

    /** The contacts that count, the latest first. */
    List<WorkedOut.Creditable> creditable() {
      var creditable = new ArrayList<WorkedOut.Creditable>(latestFirst.size());
      for (var contact : latestFirst) {
        creditable.add(
            new WorkedOut.Creditable(contact.at, contact.contactId, contact.terms.campaignId()));
      }
      return creditable;
    }

    /** Takes one more contact. */
    void add(Contact contact) {
      if (take(contact)) {
        latestFirst.sort(LATEST_FIRST);
      }
    }

    private boolean take(Contact contact) {
      var terms = book.find(contact.campaignId());
      return terms != null
          && !terms.directOnly()
          && !terms.control(contact.variant())
          && !contact.bounced()
          && latestFirst.add(new Eligible(contact.at(), contact.contactId(), terms));
    }

    /** The credit for an interaction; null when it is organic. */
    Credit of(Touch interaction) {
      var named = book.direct(interaction);
      return named == null ? inferred(interaction) : new Credit(named, true);
    }

    private Credit inferred(Touch interaction) {
      for (var contact : latestFirst) {
        if (contact.terms.within(contact.at, interaction.at())) {
          return new Credit(contact.terms, false);
        }
      }
      return null;
    }
  }
}
