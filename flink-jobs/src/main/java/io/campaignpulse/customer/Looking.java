package io.campaignpulse.customer;

import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.offers.OpportunityShare;
import io.campaignpulse.offers.core.Buyer;
import io.campaignpulse.offers.core.DayMoments;
import io.campaignpulse.offers.core.OfferBoard;
import io.campaignpulse.offers.core.Opportunities;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.value.Valued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;

/** One look at all buyers of a subtask: what could be sold, and moments that come with the day. */
final class Looking {
  private final Books books;
  private final Offering offering;
  private final OfferBoard board;
  private final long before;
  private final long today;
  private final Opportunities opportunities;
  private long orders;
  private long spentMinor;

  /**
   * @param before the epoch day up to which moments were thought of
   */
  Looking(Books books, Offering offering, long before) {
    this.books = books;
    this.offering = offering;
    this.board = books.yardsticks().offers().board();
    this.before = before;
    this.today = books.yardsticks().values().today();
    this.opportunities = new Opportunities(board, today);
  }

  /** Looks at a buyer; returns the names of what could be sold to them. */
  List<String> at(Valued valued, Offering.Out out) {
    valued.eachOrder(
        amount -> {
          orders++;
          spentMinor += amount;
        });
    try {
      var ledger = before < today ? books.ledger() : null;
      int birthday = ledger == null ? 0 : ledger.membership().profile().birthday();
      var buyer = valued.buyer(out.customer(), birthday);
      if (buyer == null) {
        return List.of();
      }
      var names = opportunities.look(buyer, this::optedOut);
      think(buyer, ledger, out);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean optedOut() {
    try {
      var ledger = books.ledger();
      return ledger != null && ledger.membership().profile().marketingOptOut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void think(Buyer buyer, Ledger ledger, Offering.Out out) throws IOException {
    if (ledger == null) {
      return;
    }
    var moments = DayMoments.of(buyer, before, today, board);
    for (var moment : moments) {
      if (board.anyAt(moment.at())) {
        offering.decide(moment, ledger, out);
      }
    }
    if (!moments.isEmpty()) {
      books.save(out.customer(), ledger);
    }
  }

  /** The epoch day up to which moments are thought of. */
  long today() {
    return today;
  }

  /** What was found. */
  OfferNews news(TaskInfo task) {
    return OfferNews.of(
        new OpportunityShare(
            task.getIndexOfThisSubtask(),
            task.getNumberOfParallelSubtasks(),
            opportunities.found(),
            orders,
            spentMinor));
  }
}
