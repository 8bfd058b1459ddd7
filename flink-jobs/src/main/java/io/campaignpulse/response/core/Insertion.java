package io.campaignpulse.response.core;

import io.campaignpulse.events.views.Tally;
import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Settled.FirstContact;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what one more event changes, where that comes to the same as working all of it out anew: for
 * most events, which change nothing about earlier ones. So the usual event costs the same however
 * much its customer has done before, and none of that is read for it.
 */
final class Insertion {
  private final Page page;
  private final Accounts accounts;
  private final List<Mark> marks = new ArrayList<>(2);

  /** The account in which something more can be listed; null for none. */
  private Account traced;

  private Trace came;

  /** What can be listed of that account, and goes to another place in the breakdowns. */
  private List<Trace> moving = List.of();

  /** How an account stood before the event, and what the event adds to it. */
  private record Mark(
      Account account, FirstContact first, Tally passAlong, Lines stood, Lines lines) {}

  private Insertion(Page page, Accounts accounts) {
    this.page = page;
    this.accounts = accounts;
  }

  /**
   * Takes an event that the page does not have yet into the accounts, and returns what it changes;
   * null if they must be worked out anew.
   */
  static List<Change> into(Page page, Accounts accounts, Membership membership, Touch touch) {
    var insertion = new Insertion(page, accounts);
    var taken =
        switch (touch.kind()) {
          case CALL, VISIT, ORDER, OTHER -> insertion.interaction(touch);
          case RETURN -> insertion.refund(touch);
          case CONTACT -> insertion.contact(touch);
          case OUTCOME, LINK, OFFER -> true;
        };
    return taken ? insertion.changes(membership) : null;
  }

  private boolean interaction(Touch touch) {
    var unit = page.ofUnit(touch.unitId());
    if (touch.kind() == Touch.Kind.ORDER && unit.stream().anyMatch(Insertion::ofSale)) {
      return false;
    }
    var credit = accounts.rule().of(touch);
    if (credit != null) {
      var begun = begun(unit, touch.kind(), credit.campaign());
      if (begun != null && Page.IN_TIME.compare(touch, begun) < 0) {
        return false;
      }
      credit(touch, credit, begun == null);
    }
    if (credit == null || !credit.direct()) {
      accounts.acted(touch);
    }
    for (int place = 0; place < accounts.size(); place++) {
      if (accounts.concerns(place, touch)) {
        afterAssignment(accounts.get(place), touch);
      }
    }
    return true;
  }

  private static boolean ofSale(Touch touch) {
    return touch.kind() == Touch.Kind.ORDER || touch.kind() == Touch.Kind.RETURN;
  }

  /** The first event of the unit that was credited to the campaign; null if the unit is new. */
  private Touch begun(List<Touch> unit, Touch.Kind kind, CampaignTerms campaign) {
    for (var touch : unit) {
      var credit = touch.kind() == kind ? accounts.rule().of(touch) : null;
      if (credit != null && credit.campaign() == campaign) {
        return touch;
      }
    }
    return null;
  }

  private void credit(Touch touch, Credit credit, boolean begins) {
    var account = accounts.of(credit.campaign());
    if (begins
        || touch.kind() == Touch.Kind.ORDER
        || account.changedByCredit(touch, credit.direct())) {
      account.credited(mark(account), touch, credit.direct(), begins);
    }
    if (begins) {
      trace(account, Trace.of(touch, credit.direct()));
    }
  }

  private void trace(Account account, Trace begun) {
    traced = account;
    came = begun;
  }

  private void afterAssignment(Account account, Touch touch) {
    if (account.changedAfterAssignment(touch.kind())) {
      mark(account);
      account.afterAssignment(touch.kind(), touch.amountMinor());
    }
  }

  private boolean refund(Touch touch) {
    var order = order(touch.unitId());
    if (order == null) {
      return true;
    }
    var credit = accounts.rule().of(order);
    if (credit != null) {
      var account = accounts.of(credit.campaign());
      account.refunded(mark(account), touch);
    }
    for (int place = 0; place < accounts.size(); place++) {
      if (accounts.concerns(place, order, touch)) {
        afterAssignment(accounts.get(place), touch);
      }
    }
    return true;
  }

  /** The first event of an order; null while it is not known. */
  private Touch order(String orderId) {
    for (var touch : page.ofUnit(orderId)) {
      if (touch.kind() == Touch.Kind.ORDER) {
        return touch;
      }
    }
    return null;
  }

  private boolean contact(Touch touch) {
    Contact known = null;
    for (var earlier : page.ofUnit(touch.unitId())) {
      if (earlier.kind() == Touch.Kind.CONTACT) {
        known = Contact.with(known, earlier);
      }
    }
    return known == null ? newContact(new Contact(touch)) : status(known, touch);
  }

  /** A contact after all that is credited by contacts moves no credit. */
  private boolean newContact(Contact contact) {
    var account = accounts.of(contact.campaignId());
    if (account == null) {
      return true;
    }
    var first = account.first();
    var assigns = first == null;
    // A return counts with its order, which a glance does not tell.
    if (!accounts.quietFrom(contact.at())
        || assigns && page.holds(Touch.Kind.RETURN)
        || !assigns && FirstContact.earlier(first, FirstContact.of(contact)) != first) {
      return false;
    }
    var lines = mark(account);
    if (assigns && account.passAlong() != null) {
      traced = account;
      moving = credited(account.terms());
    }
    if (!account.terms().control(contact.variant())) {
      ShareBuilder.contact(lines, contact);
      trace(account, Trace.of(contact));
    }
    account.contact(contact);
    accounts.rule().add(contact);
    if (assigns) {
      page.glance((kind, at, amount) -> afterAssignment(account, kind, at, amount));
    }
    return true;
  }

  /** What can be listed of interactions credited to a campaign so far, for which all are read. */
  private List<Trace> credited(CampaignTerms campaign) {
    var units = new Units();
    var traces = new TraceList();
    for (var touch : page.touches()) {
      var credit = touch.interaction() ? accounts.rule().of(touch) : null;
      if (credit != null && credit.campaign() == campaign) {
        traces.add(touch, credit.direct(), units.add(touch));
      }
    }
    return traces.list();
  }

  private static void afterAssignment(Account account, Touch.Kind kind, long at, long amount) {
    switch (kind) {
      case CALL, VISIT, ORDER, OTHER -> {
        if (account.terms().within(account.first().at(), at)) {
          account.afterAssignment(kind, amount);
        }
      }
      case CONTACT, RETURN, OUTCOME, LINK, OFFER -> {}
    }
  }

  /** What became of a contact, as long as that is no bounce, which would move credit. */
  private boolean status(Contact contact, Touch touch) {
    var since = contact.statusAt(touch.status());
    if (Page.IN_TIME.compare(touch, contact.first()) < 0
        || touch.status() == Touch.Status.BOUNCED
        || touch.at() < since && since != Settled.NEVER) {
      return false;
    }
    var account = accounts.of(contact.campaignId());
    if (since == Settled.NEVER && account != null && !account.terms().control(contact.variant())) {
      ShareBuilder.status(mark(account), touch.status(), touch.at());
    }
    return true;
  }

  /** The lines that the event adds to an account, which is about to change. */
  private Lines mark(Account account) {
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i).account == account) {
        return marks.get(i).lines;
      }
    }
    var mark =
        new Mark(account, account.first(), account.passAlong(), account.standing(), new Lines());
    marks.add(mark);
    return mark.lines;
  }

  private List<Change> changes(Membership membership) {
    var changes = new ArrayList<Change>(marks.size());
    for (int i = 0; i < marks.size(); i++) {
      var mark = marks.get(i);
      accounts.changed(mark.account);
      var id = mark.account.terms().campaignId();
      var group = mark.account.group(membership);
      var traces = mark.account == traced ? Traces.moved(moving, came) : Traces.NONE;
      if (mark.first == mark.account.first()) {
        mark.lines.addDifference(mark.stood, mark.account.standing());
      } else {
        var gone = Traces.between(mark.account == traced ? moving : List.of(), List.of());
        Change.add(changes, id, Account.group(mark.first, membership), taken(mark), gone);
        mark.lines.addSettled(mark.passAlong, 1);
        mark.lines.addDifference(Lines.NONE, mark.account.standing());
      }
      Change.add(changes, id, group, mark.lines, traces);
    }
    return changes;
  }

  /** What the customer takes along to another place in the breakdowns. */
  private static Lines taken(Mark mark) {
    var taken = new Lines();
    taken.addSettled(mark.passAlong, -1);
    taken.addDifference(mark.stood, Lines.NONE);
    return taken;
  }
}
