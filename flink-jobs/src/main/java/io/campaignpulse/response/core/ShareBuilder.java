package io.campaignpulse.response.core;

import static io.campaignpulse.response.core.Settled.NEVER;

import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Settled.FirstContact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Adds up one customer's share of one campaign; starts from what was settled before. */
final class ShareBuilder {
  private static final long MINUTE = 60_000;

  private final CampaignTerms terms;
  private final Tally additive;
  private final Map<Long, Tally> minutes = new HashMap<>();
  private final Set<String> units = new HashSet<>();
  private FirstContact first;
  private FirstContact firstTreatment;
  private long respondedAt;
  private long directAt;
  private long convertedAt;
  private boolean reacted;
  private boolean bought;
  private long spendMinor;

  ShareBuilder(CampaignTerms terms, Settled settled) {
    this.terms = terms;
    this.additive = settled.additive().copy();
    this.first = settled.first();
    this.firstTreatment = settled.firstTreatment();
    this.respondedAt = settled.respondedAt();
    this.directAt = settled.directAt();
    this.convertedAt = settled.convertedAt();
    this.reacted = settled.reacted();
    this.bought = settled.bought();
    this.spendMinor = settled.spendMinor();
  }

  void contact(Contact contact) {
    var candidate = FirstContact.of(contact);
    first = FirstContact.earlier(first, candidate);
    if (terms.control(contact.variant())) {
      return;
    }
    firstTreatment = FirstContact.earlier(firstTreatment, candidate);
    post(Figure.CONTACTS, contact.at(), 1);
    contact.statusAt().forEach((status, at) -> status(status, at));
  }

  private void status(Touch.Status status, long at) {
    switch (status) {
      case OPENED -> post(Figure.OPENED, at, 1);
      case CLICKED -> post(Figure.CLICKED, at, 1);
      case BOUNCED -> post(Figure.BOUNCED, at, 1);
      case UNSUBSCRIBED -> post(Figure.UNSUBSCRIBED, at, 1);
      case SENT, DELIVERED -> {}
    }
  }

  /**
   * Takes a credited interaction. Earlier ones must come first, as a unit counts where it began.
   */
  void credited(Touch interaction, boolean direct) {
    if (units.add(interaction.kind() + " " + interaction.unitId())) {
      post(figure(interaction.kind()), interaction.at(), 1);
    }
    if (terms.counted().contains(interaction.kind())) {
      respondedAt = Math.min(respondedAt, interaction.at());
      directAt = direct ? Math.min(directAt, interaction.at()) : directAt;
    }
    if (interaction.kind() == Touch.Kind.ORDER) {
      convertedAt = Math.min(convertedAt, interaction.at());
      post(Figure.REVENUE, interaction.at(), interaction.amountMinor());
    }
  }

  void refunded(Touch refund) {
    post(Figure.REVENUE, refund.at(), -refund.amountMinor());
  }

  /** Takes any interaction within the response window from assignment, whoever is credited. */
  void afterAssignment(Touch interaction) {
    reacted |= terms.counted().contains(interaction.kind());
    if (interaction.kind() == Touch.Kind.ORDER) {
      bought = true;
      spendMinor += interaction.amountMinor();
    } else if (interaction.kind() == Touch.Kind.RETURN) {
      spendMinor -= interaction.amountMinor();
    }
  }

  Settled settled() {
    return new Settled(
        first,
        firstTreatment,
        respondedAt,
        directAt,
        convertedAt,
        reacted,
        bought,
        spendMinor,
        additive);
  }

  Share build(String segment) {
    var tally = additive.copy();
    var contacted = firstTreatment != null;
    if (contacted) {
      flag(tally, Figure.CONTACTED, firstTreatment.at());
      flag(tally, Figure.RESPONDERS, respondedAt);
      flag(tally, Figure.DIRECT_RESPONDERS, directAt);
      flag(tally, Figure.CONTACTED_CONVERTERS, convertedAt);
    } else {
      flag(tally, Figure.PASS_ALONG_RESPONDERS, directAt);
    }
    flag(tally, Figure.CONVERTERS, convertedAt);
    if (first != null) {
      assignment(tally);
    }
    return new Share(group(segment), tally, minutes);
  }

  private void assignment(Tally tally) {
    put(tally, Figure.ASSIGNED, first.at(), 1);
    put(tally, Figure.REACTED, first.at(), reacted ? 1 : 0);
    put(tally, Figure.BOUGHT, first.at(), bought ? 1 : 0);
    put(tally, Figure.SPEND, first.at(), spendMinor);
    put(tally, Figure.SPEND_SQUARED, first.at(), spendMinor * spendMinor);
  }

  private Share.Group group(String segment) {
    var none = CampaignFigures.NONE;
    return new Share.Group(
        first == null ? none : first.channel(),
        first == null ? none : first.variant(),
        segment == null ? none : segment);
  }

  private void flag(Tally tally, Figure figure, long at) {
    if (at != NEVER) {
      put(tally, figure, at, 1);
    }
  }

  private void post(Figure figure, long at, long amount) {
    put(additive, figure, at, amount);
  }

  private void put(Tally tally, Figure figure, long at, long amount) {
    if (amount != 0) {
      tally.add(figure, amount);
      minutes.computeIfAbsent(Math.floorDiv(at, MINUTE), m -> new Tally()).add(figure, amount);
    }
  }

  private static Figure figure(Touch.Kind kind) {
    return switch (kind) {
      case CALL -> Figure.CALLS;
      case VISIT -> Figure.VISITS;
      case ORDER -> Figure.ORDERS;
      case OTHER -> Figure.OTHER;
      case CONTACT, RETURN, LINK -> throw new IllegalArgumentException(kind + " is no interaction");
    };
  }
}
