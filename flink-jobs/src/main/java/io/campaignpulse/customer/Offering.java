package io.campaignpulse.customer;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferEffect.Group;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.offers.OfferDesk;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.offers.Offered;
import io.campaignpulse.offers.core.Arbitration;
import io.campaignpulse.offers.core.Dealings;
import io.campaignpulse.offers.core.Exposure;
import io.campaignpulse.offers.core.Moments;
import io.campaignpulse.offers.core.Proposal;
import io.campaignpulse.response.core.Bookkeeping;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.routing.core.Callers;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.ViewWrite;
import java.io.IOException;
import java.util.List;

/** What concerns offers at the pass over all that customers do. */
final class Offering {
  /** A moment that falls while it is read again what was read before waits for so long. */
  private static final long AGAIN_MILLIS = 500;

  private final Books books;
  private final Telling telling;
  private final CatchUp.Progress progress;
  private final OfferDesk desk;

  /** Whether there were chances before anybody said here which offers there are. */
  private boolean recalls;

  Offering(Books books, Telling telling, CatchUp.Progress progress) {
    this.books = books;
    this.telling = telling;
    this.progress = progress;
    this.desk = books.yardsticks().offers();
  }

  /** Where what there is to tell of the customer at hand goes. */
  interface Out {
    String customer();

    /** Epoch milliseconds of processing time. */
    long now();

    /** A decision, for whoever makes the offer. */
    void decision(ViewWrite decision);

    void news(OfferNews news);

    /** Wakes the customer at this processing time. */
    void wake(long at);
  }

  /** A decision that an event bears on, and what it added to the figures before. */
  record Bearing(String decisionId, OfferFigures before) {}

  /** What an event that is about to be entered bears on; null for nothing. */
  Bearing bearing(Posting posting, Ledger ledger) throws IOException {
    var decisionId = decisionId(posting.touch());
    return decisionId == null ? null : new Bearing(decisionId, figures(decisionId, ledger));
  }

  private String decisionId(Touch touch) throws IOException {
    if (touch == null) {
      return null;
    }
    if (touch.trade() != null && touch.trade().decisionId() != null) {
      return touch.trade().decisionId();
    }
    var valued = touch.kind() == Touch.Kind.RETURN ? books.valued() : null;
    return valued == null ? null : Dealings.decisionOf(valued.sales(touch.unitId()));
  }

  private OfferFigures figures(String decisionId, Ledger ledger) throws IOException {
    var valued = books.valued();
    List<Touch> sales = valued == null ? List.of() : valued.sales();
    return Dealings.figures(decisionId, ledger.page().ofUnit(decisionId), sales);
  }

  /** Tells what an event that was entered has changed. */
  void entered(Bearing bearing, Ledger ledger, Out out) throws IOException {
    if (bearing != null) {
      var now = figures(bearing.decisionId(), ledger);
      Dealings.change(bearing.before(), now).forEach(each -> out.news(OfferNews.of(each)));
    }
  }

  /** Tells what a sale that was entered changes of the effect of offers. */
  void sold(Out out) throws IOException {
    var offered = desk.board().none() && !recalls ? null : books.offered();
    if (offered != null && offered.hadChance()) {
      offered
          .bought(boughtSince(offered.chanceAt()))
          .ifPresent(change -> out.news(OfferNews.of(change)));
      books.save(offered);
    }
  }

  /** Keeps what these sales, which are held no longer, came to. */
  void forgotten(List<Touch> sales) throws IOException {
    var offered = sales.isEmpty() ? null : books.offered();
    if (offered != null && offered.hadChance()) {
      var millis = desk.board().policy().effectMillis();
      offered.forget(Exposure.of(sales, offered.chanceAt(), millis));
      books.save(offered);
    }
  }

  /**
   * Counts the chance of an offer that an earlier run gave, if it is the first; returns whether
   * that is all there is to do.
   */
  boolean recalled(Posting posting, Out out) throws IOException {
    var touch = posting.touch();
    if (!Proposal.decided(touch)) {
      return false;
    }
    recalls = true;
    chance(touch.at(), Proposal.withheld(touch), out);
    return Proposal.withheld(touch);
  }

  private Group boughtSince(long chanceAt) throws IOException {
    var valued = books.valued();
    var sales = valued == null ? new Page() : valued.page();
    return Exposure.of(sales, chanceAt, desk.board().policy().effectMillis());
  }

  /** Proposes something if the event that was entered is a moment for it. */
  void consider(Posting posting, Ledger ledger, Out out) throws IOException {
    var touch = posting.touch();
    if (touch == null
        || posting.kind() == Posting.Kind.MOVE_OUT
        || Identities.namesNobody(out.customer())
        || !desk.live(touch.at(), out.now())
        || !desk.board().anyAt(touch.at())) {
      return;
    }
    if (Moments.cart(touch)) {
      var abandoned = Moments.abandoned(touch, desk.board());
      park(abandoned, out.now() + Moments.ABANDONED_AFTER_MILLIS, out);
      return;
    }
    var moment = Moments.of(touch, desk.board());
    if (moment == null || over(touch, ledger)) {
      return;
    }
    if (progress.caughtUp()) {
      decide(moment, ledger, out);
    } else if (ShowPlan.live(out.now(), touch.at())) {
      park(moment, out.now() + AGAIN_MILLIS, out);
    }
  }

  private static boolean over(Touch touch, Ledger ledger) {
    return touch.kind() == Touch.Kind.CALL && !Callers.waits(touch, ledger.page());
  }

  private void park(Trigger moment, long dueAt, Out out) throws IOException {
    var known = books.offered();
    var offered = known == null ? new Offered() : known;
    offered.park(moment, dueAt);
    books.save(offered);
    out.wake(dueAt);
  }

  /** Decides on what has waited until now, and returns what was thought of. */
  List<Trigger> wake(Ledger ledger, Out out) throws IOException {
    var offered = books.offered();
    if (offered == null) {
      return List.of();
    }
    var due = offered.due(out.now());
    books.save(offered);
    for (var moment : due) {
      if (!progress.caughtUp()) {
        park(moment, out.now() + AGAIN_MILLIS, out);
      } else if (!Moments.moot(moment, ledger.page())) {
        decide(moment, ledger, out);
      }
    }
    return due;
  }

  /** Decides on a moment, unless that was done. */
  void decide(Trigger moment, Ledger ledger, Out out) throws IOException {
    if (Moments.decided(moment, ledger.page())) {
      return;
    }
    var board = desk.board();
    var decision =
        Arbitration.decide(board, telling.asked(out.customer(), moment.at(), ledger), moment);
    if (decision.offerId() != null) {
      propose(decision, ledger, out);
    }
    desk.blocked(decision).forEach(each -> out.news(OfferNews.of(each)));
    var silent = decision.silence() == Silence.SILENT_GROUP;
    if (decision.offerId() != null || silent) {
      chance(decision.at(), silent, out);
    }
    var key = RedisKeys.customer(out.customer());
    out.decision(ViewWrite.of(key, RedisKeys.OFFER, decision, null, null));
  }

  private void propose(OfferDecision decision, Ledger ledger, Out out) throws IOException {
    var before = figures(decision.decisionId(), ledger);
    Bookkeeping.enter(ledger, books.response().book(), Proposal.touch(decision).entry());
    entered(new Bearing(decision.decisionId(), before), ledger, out);
  }

  private void chance(long at, boolean silent, Out out) throws IOException {
    var known = books.offered();
    var offered = known == null ? new Offered() : known;
    if (!offered.hadChance()) {
      out.news(OfferNews.of(offered.firstChance(at, silent, boughtSince(at))));
      books.save(offered);
    }
  }
}
