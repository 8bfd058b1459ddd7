package io.campaignpulse.response.core;

import io.campaignpulse.ingest.core.Touch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Changes ledgers and says what that changes in the campaigns' figures. The sum of all it ever said
 * equals a batch recount of the events entered, in whatever order they were.
 */
public final class Bookkeeping {
  private Bookkeeping() {}

  /** Enters an event into a ledger and returns the signed changes of its shares. */
  public static List<Change> enter(Ledger ledger, CampaignBook book, Touch touch) {
    if (ledger.holds(touch.eventId())) {
      return ledger.takes(touch) ? apply(ledger, book, l -> l.enter(touch)) : List.of();
    }
    var changes = Insertion.into(ledger.page(), ledger.accounts(book), ledger.membership(), touch);
    if (changes != null) {
      ledger.enterAccounted(touch);
      return changes;
    }
    return apply(ledger, book, l -> l.enter(touch));
  }

  /** Applies any change to a ledger and returns the signed changes of its shares. */
  public static List<Change> apply(Ledger ledger, CampaignBook book, Predicate<Ledger> change) {
    var before = Statement.shares(ledger, book);
    return change.test(ledger) ? Change.between(before, stated(ledger, book)) : List.of();
  }

  /**
   * Changes what is true of the customer beside their events, such as their tier. What these are
   * credited to stays, and goes to another place in the breakdowns.
   */
  public static List<Change> join(Ledger ledger, CampaignBook book, Predicate<Ledger> change) {
    var before = ledger.membership();
    if (!change.test(ledger)) {
      return List.of();
    }
    var statement = new Statement(ledger.touches(), ledger.settled(), book);
    ledger.accounts(statement.accounts());
    return Change.between(statement.shares(before), statement.shares(ledger.membership()));
  }

  /** The changes that other campaign terms make to a ledger as it stands. */
  public static List<Change> revise(Ledger ledger, CampaignBook old, CampaignBook revised) {
    return Change.between(Statement.shares(ledger, old), stated(ledger, revised));
  }

  /** The shares of a ledger, which keeps what else was worked out for them. */
  private static Map<String, Share> stated(Ledger ledger, CampaignBook book) {
    var statement = new Statement(ledger.touches(), ledger.settled(), book);
    ledger.accounts(statement.accounts());
    return statement.shares(ledger.membership());
  }

  /**
   * Forgets events that happened before the cutoff and can't change a figure any more, and
   * campaigns that closed before it and have no event left. Changes no figure.
   *
   * @param cutoff epoch milliseconds of event time
   */
  public static void forget(Ledger ledger, CampaignBook book, long cutoff) {
    var touches = ledger.touches();
    var lasting = new Lasting(touches, book);
    var forgotten = new HashSet<String>();
    for (var touch : touches) {
      if (lasting.until(touch) < cutoff) {
        forgotten.add(touch.eventId());
      }
    }
    var left =
        forgotten.isEmpty()
            ? new HashMap<>(ledger.settled())
            : Statement.settle(ledger, book, touch -> forgotten.contains(touch.eventId()));
    var concerned = lasting.campaigns(cutoff);
    left.keySet().removeIf(id -> closesAt(book, id) < cutoff && !concerned.contains(id));
    ledger.settle(forgotten, left);
  }

  private static long closesAt(CampaignBook book, String campaignId) {
    var terms = book.find(campaignId);
    return terms == null ? Long.MIN_VALUE : terms.closesAt();
  }

  /** The earliest time before which something of the ledger can be forgotten; empty for none. */
  public static OptionalLong due(Ledger ledger, CampaignBook book) {
    var lasting = new Lasting(ledger.touches(), book);
    var concerned = lasting.campaigns(Long.MIN_VALUE);
    // A campaign with an event left is looked at again when that is forgotten.
    var campaigns =
        ledger.settled().keySet().stream()
            .filter(id -> !concerned.contains(id))
            .map(id -> closesAt(book, id));
    return Stream.concat(lasting.all().stream(), campaigns).mapToLong(Long::longValue).min();
  }
}
