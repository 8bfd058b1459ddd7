package io.campaignpulse.response.core;

import static io.campaignpulse.response.core.Settled.NEVER;

import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.SquaredSpend;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Settled.FirstContact;

/** What one customer is by now in one campaign; starts from what was settled before. */
final class Account {
  private final CampaignTerms terms;
  private FirstContact first;
  private FirstContact firstTreatment;
  private long respondedAt;
  private long directAt;
  private long convertedAt;
  private boolean reacted;
  private boolean bought;
  private long spendMinor;

  /** What a customer without a contact has added event by event; null for nothing. */
  private Tally passAlong;

  /** Starts from what was settled before; null for nothing. */
  Account(CampaignTerms terms, Settled before) {
    this(terms, before == null ? Settled.NOTHING : before, passAlong(before));
  }

  /**
   * Starts from what a customer was.
   *
   * @param passAlong what a customer without a contact had added, which goes on from here; null for
   *     nothing
   */
  Account(CampaignTerms terms, Settled settled, Tally passAlong) {
    this.terms = terms;
    this.first = settled.first();
    this.firstTreatment = settled.firstTreatment();
    this.respondedAt = settled.respondedAt();
    this.directAt = settled.directAt();
    this.convertedAt = settled.convertedAt();
    this.reacted = settled.reacted();
    this.bought = settled.bought();
    this.spendMinor = settled.spendMinor();
    this.passAlong = passAlong;
  }

  private static Tally passAlong(Settled before) {
    return before == null || before.first() != null ? null : before.additive().copy();
  }

  CampaignTerms terms() {
    return terms;
  }

  /** The first contact, control included; null without one. */
  FirstContact first() {
    return first;
  }

  /** Whether there was a contact that is no control's. */
  boolean contacted() {
    return firstTreatment != null;
  }

  /** When the first response was; {@link Settled#NEVER} without one. */
  long respondedAt() {
    return respondedAt;
  }

  /** Whether any counted interaction fell into the window from assignment. */
  boolean reacted() {
    return reacted;
  }

  void contact(Contact contact) {
    var candidate = FirstContact.of(contact);
    first = FirstContact.earlier(first, candidate);
    if (!terms.control(contact.variant())) {
      firstTreatment = FirstContact.earlier(firstTreatment, candidate);
    }
    passAlong = null;
  }

  /** What a customer without a contact has added event by event; null for nothing. */
  Tally passAlong() {
    return passAlong;
  }

  /** Takes a credited interaction, which may begin a unit, and adds what it counts. */
  void credited(Lines events, Touch interaction, boolean direct, boolean begins) {
    if (terms.counted().contains(interaction.kind())) {
      respondedAt = Math.min(respondedAt, interaction.at());
      directAt = direct ? Math.min(directAt, interaction.at()) : directAt;
    }
    if (begins) {
      post(events, figure(interaction.kind()), interaction.at(), 1);
    }
    if (interaction.kind() == Touch.Kind.ORDER) {
      convertedAt = Math.min(convertedAt, interaction.at());
      post(events, Figure.REVENUE, interaction.at(), interaction.amountMinor());
    }
  }

  /** Takes a return of an order that is credited. */
  void refunded(Lines events, Touch refund) {
    post(events, Figure.REVENUE, refund.at(), -refund.amountMinor());
  }

  private void post(Lines events, Figure figure, long at, long amount) {
    events.post(figure, at, amount);
    if (first == null) {
      passAlong = passAlong == null ? new Tally() : passAlong;
      passAlong.add(figure, amount);
    }
  }

  private static Figure figure(Touch.Kind kind) {
    return switch (kind) {
      case CALL -> Figure.CALLS;
      case VISIT -> Figure.VISITS;
      case ORDER -> Figure.ORDERS;
      case OTHER -> Figure.OTHER;
      case CONTACT, RETURN, OUTCOME, LINK, OFFER ->
          throw new IllegalArgumentException(kind + " is no interaction");
    };
  }

  /** Whether being credited with an interaction would change what the customer is. */
  boolean changedByCredit(Touch interaction, boolean direct) {
    long at = interaction.at();
    var counted = terms.counted().contains(interaction.kind());
    return counted && (at < respondedAt || direct && at < directAt)
        || interaction.kind() == Touch.Kind.ORDER && at < convertedAt;
  }

  /** Takes any interaction within the response window from assignment, whoever is credited. */
  void afterAssignment(Touch.Kind kind, long amountMinor) {
    reacted |= terms.counted().contains(kind);
    if (kind == Touch.Kind.ORDER) {
      bought = true;
      spendMinor += amountMinor;
    } else if (kind == Touch.Kind.RETURN) {
      spendMinor -= amountMinor;
    }
  }

  /** Whether an interaction after assignment would change anything. */
  boolean changedAfterAssignment(Touch.Kind kind) {
    return switch (kind) {
      case ORDER, RETURN -> true;
      default -> !reacted && terms.counted().contains(kind);
    };
  }

  Settled settled(Tally additive) {
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
      standing.post(Figure.ASSIGNED, first.at(), 1);
      standing.post(Figure.REACTED, first.at(), reacted ? 1 : 0);
      standing.post(Figure.BOUGHT, first.at(), bought ? 1 : 0);
      standing.post(Figure.SPEND, first.at(), spendMinor);
      standing.post(Figure.SPEND_SQUARED, first.at(), SquaredSpend.lower(spendMinor));
      standing.post(Figure.SPEND_SQUARED_UPPER, first.at(), SquaredSpend.upper(spendMinor));
    }
    return standing;
  }

  private static void flag(Lines standing, Figure figure, long at) {
    if (at != NEVER) {
      standing.post(figure, at, 1);
    }
  }

  /** Where in the breakdowns the customer is counted. */
  Share.Group group(Membership membership) {
    return group(first, membership);
  }

  /** Where a customer with this first contact, null for none, is counted. */
  static Share.Group group(FirstContact first, Membership membership) {
    var none = CampaignFigures.NONE;
    return new Share.Group(
        first == null ? none : first.channel(),
        first == null ? none : first.variant(),
        membership.segment() == null ? none : membership.segment(),
        membership.tier() == null ? ValueRanks.C : membership.tier());
  }
}
