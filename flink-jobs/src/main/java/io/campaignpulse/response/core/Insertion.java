package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes one more event into a statement as it stands, where that comes to the same as working all
 * of it out anew: for most events, which change nothing about earlier ones. So the usual event
 * costs the same however much its customer has done before.
 */
final class Insertion {
  private final Statement statement;
  private final History history;
  private final List<Mark> marks = new ArrayList<>(2);

  /** How a share stood before the event. */
  private record Mark(ShareBuilder builder, int size, Lines standing) {}

  private Insertion(Statement statement) {
    this.statement = statement;
    this.history = statement.history();
  }

  /**
   * Takes an event that the statement does not have yet, and returns what it changes; null if the
   * statement must be worked out anew, and is left as it was.
   */
  static List<ShareChange> into(Statement statement, Touch touch) {
    var insertion = new Insertion(statement);
    var taken =
        switch (touch.kind()) {
          case CALL, VISIT, ORDER, OTHER -> insertion.interaction(touch);
          case RETURN -> insertion.refund(touch);
          case CONTACT -> insertion.contact(touch);
          case LINK -> true;
        };
    return taken ? insertion.changes() : null;
  }

  private boolean interaction(Touch touch) {
    if (touch.kind() == Touch.Kind.ORDER && !newOrder(touch)) {
      return false;
    }
    var credit = statement.rule().of(touch);
    if (credit != null) {
      var builder = statement.builder(credit.campaign());
      if (builder.beginsUnitEarlier(touch)) {
        return false;
      }
      mark(builder);
      builder.credited(touch, credit.direct());
    }
    history.insert(touch);
    history
        .assignments()
        .forEach(
            (id, first) -> {
              var terms = statement.book().find(id);
              if (terms != null && terms.within(first.at(), touch.at())) {
                afterAssignment(terms, touch);
              }
            });
    return true;
  }

  /** Whether no other event of the same order is known: a return, or the order once more. */
  private boolean newOrder(Touch order) {
    return history.order(order.unitId()) == null
        && history.returns().stream().noneMatch(r -> r.unitId().equals(order.unitId()));
  }

  private void afterAssignment(CampaignTerms terms, Touch touch) {
    var builder = statement.builder(terms);
    if (builder.changedAfterAssignment(touch)) {
      mark(builder);
      builder.afterAssignment(touch);
    }
  }

  private boolean refund(Touch touch) {
    history.insert(touch);
    var order = history.order(touch.unitId());
    var credit = order == null ? null : statement.rule().of(order);
    if (credit != null) {
      var builder = statement.builder(credit.campaign());
      mark(builder);
      builder.refunded(touch);
    }
    history
        .assignments()
        .forEach(
            (id, first) -> {
              var terms = statement.book().find(id);
              if (terms != null && history.refundWithin(touch, terms, first.at())) {
                afterAssignment(terms, touch);
              }
            });
    return true;
  }

  private boolean contact(Touch touch) {
    var known = history.contact(touch.unitId());
    return known == null ? newContact(new Contact(touch)) : status(known, touch);
  }

  /** A contact after everything the customer did moves no credit. */
  private boolean newContact(Contact contact) {
    var builder = statement.builder(contact.campaignId());
    if (!history.quietFrom(contact.at()) || builder != null && !builder.keepsGroup(contact)) {
      return false;
    }
    if (builder != null) {
      mark(builder);
      builder.contact(contact);
    }
    history.add(contact);
    statement.rule().add(contact);
    return true;
  }

  /** What became of a contact, as long as that is no bounce, which would move credit. */
  private boolean status(Contact contact, Touch touch) {
    if (Ledger.IN_TIME.compare(touch, contact.first()) < 0
        || touch.status() == Touch.Status.BOUNCED
        || touch.at() < contact.statusAt(touch.status())
            && contact.statusAt(touch.status()) != Settled.NEVER) {
      return false;
    }
    var isNew = contact.statusAt(touch.status()) == Settled.NEVER;
    contact.add(touch);
    var builder = statement.builder(contact.campaignId());
    if (isNew && builder != null && !builder.control(contact.variant())) {
      mark(builder);
      builder.status(touch.status(), touch.at());
    }
    return true;
  }

  private void mark(ShareBuilder builder) {
    for (var mark : marks) {
      if (mark.builder == builder) {
        return;
      }
    }
    marks.add(new Mark(builder, builder.size(), builder.standing()));
  }

  private List<ShareChange> changes() {
    var changes = new ArrayList<ShareChange>(marks.size());
    for (var mark : marks) {
      ShareDifference.addAppended(
          changes,
          mark.builder.campaignId(),
          mark.builder.build(statement.segment()),
          mark.size,
          mark.standing);
    }
    return changes;
  }
}
