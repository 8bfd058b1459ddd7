package io.campaignpulse.response.core;

import static io.campaignpulse.response.core.Settled.NEVER;

import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Settled.FirstContact;

/** Adds up one customer's share of one campaign; starts from what was settled before. */
final class ShareBuilder {
  private static final long MINUTE = 60_000;

  private static final Touch.Status[] STATUSES = Touch.Status.values();

  private final CampaignTerms terms;

  private final Lines events = new Lines();

  private final Units units = new Units();

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
    events.addSettled(settled.additive());
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
    for (var status : STATUSES) {
      if (contact.statusAt(status) != NEVER) {
        status(status, contact.statusAt(status));
      }
    }
  }

  /** Takes what became of a contact that is no control's. */
  void status(Touch.Status status, long at) {
    switch (status) {
      case OPENED -> post(Figure.OPENED, at, 1);
      case CLICKED -> post(Figure.CLICKED, at, 1);
      case BOUNCED -> post(Figure.BOUNCED, at, 1);
      case UNSUBSCRIBED -> post(Figure.UNSUBSCRIBED, at, 1);
      case SENT, DELIVERED -> {}
    }
  }

  /** Whether the contact leaves the customer where they are in the breakdowns. */
  boolean keepsGroup(Contact contact) {
    var empty = events.size() == 0 && standing().size() == 0;
    return empty || FirstContact.earlier(first, FirstContact.of(contact)) == first;
  }

  boolean control(String variant) {
    return terms.control(variant);
  }

  /**
   * Takes a credited interaction. Earlier ones must come first, as a unit counts where it began.
   */
  void credited(Touch interaction, boolean direct) {
    if (units.first(interaction) == null) {
      units.add(interaction);
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

  /** Whether the unit of a credited interaction would begin earlier than it counts so far. */
  boolean beginsUnitEarlier(Touch interaction) {
    var first = units.first(interaction);
    return first != null && interaction.at() < first.at();
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

  /** Whether an interaction after assignment would change anything. */
  boolean changedAfterAssignment(Touch interaction) {
    return switch (interaction.kind()) {
      case ORDER, RETURN -> true;
      default -> !reacted && terms.counted().contains(interaction.kind());
    };
  }

  Settled settled() {
    var additive = new Tally();
    events.sum(0, events.size(), 1, additive, null);
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

  /** The share as it stands; what is taken later is appended to its events. */
  Share build(String segment) {
    return new Share(group(segment), events, standing());
  }

  String campaignId() {
    return terms.campaignId();
  }

  /** How many lines of events there are. */
  int size() {
    return events.size();
  }

  /** What is added for what the customer is by now. */
  Lines standing() {
    var standing = new Lines();
    if (firstTreatment != null) {
      flag(standing, Figure.CONTACTED, firstTreatment.at());
      flag(standing, Figure.RESPONDERS, respondedAt);
      flag(standing, Figure.DIRECT_RESPONDERS, directAt);
      flag(standing, Figure.CONTACTED_CONVERTERS, convertedAt);
    } else {
      flag(standing, Figure.PASS_ALONG_RESPONDERS, directAt);
    }
    flag(standing, Figure.CONVERTERS, convertedAt);
    if (first != null) {
      assignment(standing);
    }
    return standing;
  }

  private void assignment(Lines standing) {
    add(standing, Figure.ASSIGNED, first.at(), 1);
    add(standing, Figure.REACTED, first.at(), reacted ? 1 : 0);
    add(standing, Figure.BOUGHT, first.at(), bought ? 1 : 0);
    add(standing, Figure.SPEND, first.at(), spendMinor);
    add(standing, Figure.SPEND_SQUARED, first.at(), spendMinor * spendMinor);
  }

  private Share.Group group(String segment) {
    var none = CampaignFigures.NONE;
    return new Share.Group(
        first == null ? none : first.channel(),
        first == null ? none : first.variant(),
        segment == null ? none : segment);
  }

  private static void flag(Lines standing, Figure figure, long at) {
    if (at != NEVER) {
      add(standing, figure, at, 1);
    }
  }

  private void post(Figure figure, long at, long amount) {
    add(events, figure, at, amount);
  }

  private static void add(Lines lines, Figure figure, long at, long amount) {
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
