package io.campaignpulse.response.core;

import static io.campaignpulse.response.core.Settled.NEVER;

import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Settled.FirstContact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds up one customer's share of one campaign; starts from what was settled before. */
final class ShareBuilder {
  private static final long MINUTE = 60_000;

  private static final int KINDS = Touch.Kind.values().length;

  private final CampaignTerms terms;

  /** What can be added up, event by event. */
  private final Lines lines = new Lines();

  /** The units counted so far, by kind. */
  private final List<Set<String>> units = new ArrayList<>(Collections.nCopies(KINDS, null));

  private FirstContact first;
  private FirstContact firstTreatment;
  private long respondedAt;
  private long directAt;
  private long convertedAt;
  private boolean reacted;
  private boolean bought;
  private long spendMinor;

  /** Starts from what was settled before; null for nothing. */
  ShareBuilder(CampaignTerms terms, Settled before) {
    var settled = before == null ? Settled.nothing() : before;
    this.terms = terms;
    lines.addSettled(settled.additive());
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
    flag(Figure.OPENED, contact.statusAt(Touch.Status.OPENED));
    flag(Figure.CLICKED, contact.statusAt(Touch.Status.CLICKED));
    flag(Figure.BOUNCED, contact.statusAt(Touch.Status.BOUNCED));
    flag(Figure.UNSUBSCRIBED, contact.statusAt(Touch.Status.UNSUBSCRIBED));
  }

  /**
   * Takes a credited interaction. Earlier ones must come first, as a unit counts where it began.
   */
  void credited(Touch interaction, boolean direct) {
    if (firstOfUnit(interaction)) {
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

  private boolean firstOfUnit(Touch interaction) {
    int kind = interaction.kind().ordinal();
    if (units.get(kind) == null) {
      units.set(kind, new HashSet<>());
    }
    return units.get(kind).add(interaction.unitId());
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
    var additive = new Tally();
    lines.sum(0, lines.size(), 1, additive, null);
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

  /** Ends the building. */
  Share build(String segment) {
    if (firstTreatment != null) {
      flag(Figure.CONTACTED, firstTreatment.at());
      flag(Figure.RESPONDERS, respondedAt);
      flag(Figure.DIRECT_RESPONDERS, directAt);
      flag(Figure.CONTACTED_CONVERTERS, convertedAt);
    } else {
      flag(Figure.PASS_ALONG_RESPONDERS, directAt);
    }
    flag(Figure.CONVERTERS, convertedAt);
    if (first != null) {
      assignment();
    }
    return new Share(group(segment), lines);
  }

  private void assignment() {
    post(Figure.ASSIGNED, first.at(), 1);
    post(Figure.REACTED, first.at(), reacted ? 1 : 0);
    post(Figure.BOUGHT, first.at(), bought ? 1 : 0);
    post(Figure.SPEND, first.at(), spendMinor);
    post(Figure.SPEND_SQUARED, first.at(), spendMinor * spendMinor);
  }

  private Share.Group group(String segment) {
    var none = CampaignFigures.NONE;
    return new Share.Group(
        first == null ? none : first.channel(),
        first == null ? none : first.variant(),
        segment == null ? none : segment);
  }

  private void flag(Figure figure, long at) {
    if (at != NEVER) {
      post(figure, at, 1);
    }
  }

  private void post(Figure figure, long at, long amount) {
    if (amount != 0) {
      lines.add(figure, Math.floorDiv(at, MINUTE), amount);
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
