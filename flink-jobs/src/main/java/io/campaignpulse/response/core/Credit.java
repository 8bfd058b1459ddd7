package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * To which campaign an interaction is credited, by the method <i>best</i>: to the campaign it
 * names, else to that of the most recent eligible contact.
 */
record Credit(CampaignTerms campaign, boolean direct) {

  /** The contacts of one customer that an interaction can be credited through. */
  static final class Rule {
    private final CampaignBook book;
    private final List<Contact> latestFirst;

    Rule(CampaignBook book, Collection<Contact> contacts) {
      this.book = book;
      this.latestFirst = new ArrayList<>(contacts);
      latestFirst.removeIf(contact -> !eligible(contact));
      latestFirst.sort(
          Comparator.comparingLong(Contact::at).thenComparing(Contact::contactId).reversed());
    }

    private boolean eligible(Contact contact) {
      var terms = book.find(contact.campaignId());
      return terms != null
          && !terms.directOnly()
          && !terms.control(contact.variant())
          && !contact.bounced();
    }

    /** The credit for an interaction; empty when it is organic. */
    Optional<Credit> of(Touch interaction) {
      return book.direct(interaction)
          .map(terms -> new Credit(terms, true))
          .or(() -> inferred(interaction));
    }

    private Optional<Credit> inferred(Touch interaction) {
      for (var contact : latestFirst) {
        var terms = book.find(contact.campaignId());
        if (terms.within(contact.at(), interaction.at())) {
          return Optional.of(new Credit(terms, false));
        }
      }
      return Optional.empty();
    }
  }
}
