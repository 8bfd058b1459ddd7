package io.campaignpulse.customer;

import io.campaignpulse.jobs.Purge;
import io.campaignpulse.response.core.Bookkeeping;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.value.ValueDesk;
import java.io.IOException;
import org.apache.flink.streaming.api.TimerService;

/**
 * What a customer's timers are for: to forget what the history has left behind, and to think of an
 * offer at a moment that has waited until then.
 */
final class Timers {
  private final Books books;
  private final Offering offering;
  private final Calling calling;
  private final Showing showing;
  private final Capabilities capabilities;
  private final Purge purge;

  Timers(
      Books books,
      Offering offering,
      Calling calling,
      Showing showing,
      Capabilities capabilities,
      Purge purge) {
    this.books = books;
    this.offering = offering;
    this.calling = calling;
    this.showing = showing;
    this.capabilities = capabilities;
    this.purge = purge;
  }

  /** Plans to forget what happened at this moment once it is due to be. */
  void planReview(Ledger ledger, long happened, TimerService timers) {
    plan(ledger, purge.due(happened), timers);
  }

  /** One timer a ledger is enough: it plans the next. */
  private static void plan(Ledger ledger, long at, TimerService timers) {
    if (at < ledger.reviewAt()) {
      ledger.reviewAt(at);
      timers.registerEventTimeTimer(at);
    }
  }

  /** Event time has come to a timer. */
  void review(long timestamp, CustomerFunction.OnTimerContext context) throws IOException {
    var ledger = books.ledger();
    if (ledger != null && ledger.reviewAt() <= timestamp) {
      review(ledger, timestamp, context);
    }
    var valued = capabilities.value() ? books.valued() : null;
    if (valued != null && ValueDesk.reviewDue(valued, timestamp)) {
      var timers = context.timerService();
      offering.forgotten(
          books.yardsticks().values().review(valued, timestamp, timers::registerEventTimeTimer));
      books.save(context.getCurrentKey(), valued);
    }
  }

  private void review(Ledger ledger, long timestamp, CustomerFunction.OnTimerContext context)
      throws IOException {
    var campaigns = books.response().book();
    Bookkeeping.forget(ledger, campaigns, purge.cutoff(timestamp));
    ledger.reviewAt(Ledger.UNPLANNED);
    Bookkeeping.due(ledger, campaigns)
        .ifPresent(due -> planReview(ledger, due, context.timerService()));
    if (capabilities.activity()) {
      showing.show(context.getCurrentKey(), ledger, false, timestamp);
    }
    books.save(context.getCurrentKey(), ledger);
  }

  /** The moment has come to think of an offer for the customer. */
  void wake(OfferOutputs offers, CustomerFunction.OnTimerContext context) throws IOException {
    var known = books.ledger();
    var ledger = known == null ? new Ledger() : known;
    var moments = offering.wake(ledger, offers);
    for (var moment : moments) {
      calling.tellAgain(moment, ledger, context);
    }
    if (!moments.isEmpty()) {
      books.save(context.getCurrentKey(), ledger);
    }
  }
}
