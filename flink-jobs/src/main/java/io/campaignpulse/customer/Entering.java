package io.campaignpulse.customer;

import io.campaignpulse.identity.Posting;
import io.campaignpulse.response.ResponseDesk;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.routing.core.CallMarks;
import java.io.IOException;
import org.apache.flink.util.Collector;

/** Enters a posting into the customer's books, and tells all whom it concerns. */
final class Entering {
  private final Books books;
  private final Ranking ranking;
  private final Selling selling;
  private final Calling calling;
  private final Showing showing;
  private final Offering offering;
  private final Timers timers;
  private final Capabilities capabilities;

  Entering(
      Books books,
      Ranking ranking,
      Selling selling,
      Calling calling,
      Showing showing,
      Offering offering,
      Timers timers,
      Capabilities capabilities) {
    this.books = books;
    this.ranking = ranking;
    this.selling = selling;
    this.calling = calling;
    this.showing = showing;
    this.offering = offering;
    this.timers = timers;
    this.capabilities = capabilities;
  }

  /**
   * Enters a posting of the customer at hand.
   *
   * @param offers where to tell of these; null where none are made
   */
  void enter(
      Posting posting,
      OfferOutputs offers,
      CustomerFunction.ReadOnlyContext context,
      Collector<Change> out)
      throws IOException {
    if (offers != null && offering.recalled(posting, offers)) {
      return;
    }
    var customer = context.getCurrentKey();
    var known = books.ledger();
    var ledger = known == null ? new Ledger() : known;
    if (ResponseDesk.late(posting, ledger, context.currentWatermark())) {
      context.output(Outputs.LATE, posting.touch());
      return;
    }
    var bearing = offers == null ? null : offering.bearing(posting, ledger);
    int held = ledger.page().size();
    var counted = calling.marks(posting, ledger);
    post(posting, ledger, context, out);
    if (known == null) {
      ranking.isNew(customer);
    }
    var sold =
        capabilities.value() && posting.ofSale() && selling.sell(posting, ledger, context, out);
    var heard = posting.ofCall() && calling.heard(posting.touch(), ledger);
    var moved = heard && selling.rankNow(customer, ledger, out);
    if (capabilities.activity()) {
      show(customer, posting, ledger, held == 0, sold, moved);
    }
    if (offers != null) {
      offer(posting, bearing, ledger, held, sold, offers);
    }
    var marks = CallMarks.changes(counted, calling.marks(posting, ledger));
    calling.tell(posting.touch(), ledger, heard, marks, context);
    books.save(customer, ledger);
  }

  private void post(
      Posting posting,
      Ledger ledger,
      CustomerFunction.ReadOnlyContext context,
      Collector<Change> out) {
    for (var change : books.response().post(posting, ledger)) {
      out.collect(change.by(context.getCurrentKey()));
    }
    if (posting.touch() != null) {
      timers.planReview(ledger, posting.touch().at(), context.timerService());
    }
  }

  private void show(
      String customer, Posting posting, Ledger ledger, boolean first, boolean sold, boolean moved)
      throws IOException {
    if (sold || posting.shows()) {
      showing.show(customer, ledger, sold || moved, posting.touch().at());
    } else if (first && posting.introduces()) {
      showing.showWhenever(customer);
    }
  }

  private void offer(
      Posting posting,
      Offering.Bearing bearing,
      Ledger ledger,
      int held,
      boolean sold,
      OfferOutputs offers)
      throws IOException {
    offering.entered(bearing, ledger, offers);
    if (sold) {
      offering.sold(offers);
    }
    if (ledger.page().size() > held) {
      offering.consider(posting, ledger, offers);
    }
  }
}
