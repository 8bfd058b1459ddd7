package io.campaignpulse.customer;

import io.campaignpulse.affinity.BasketDesk;
import io.campaignpulse.events.Identities;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.value.Valued;
import java.io.IOException;
import org.apache.flink.util.Collector;

/** What concerns sales at the pass over all that customers do, and what buyers are worth. */
final class Selling {
  private final Books books;
  private final Ranking ranking;
  private final Capabilities capabilities;

  Selling(Books books, Ranking ranking, Capabilities capabilities) {
    this.books = books;
    this.ranking = ranking;
    this.capabilities = capabilities;
  }

  /**
   * Enters a sale into the customer's purchases; returns whether that is a change of what they are
   * worth, which nobody is who is known by nothing but an identity. In a backlog the next pass is
   * early enough to find their tier: most buy again before.
   */
  boolean sell(
      Posting posting,
      Ledger ledger,
      CustomerFunction.ReadOnlyContext context,
      Collector<Change> out)
      throws IOException {
    var known = books.valued();
    var valued = known == null ? new Valued() : known;
    var customer = context.getCurrentKey();
    if (!enter(posting, valued, context)) {
      return false;
    }
    if (posting.anonymous()) {
      books.save(customer, valued);
      return false;
    }
    if (ShowPlan.live(context.timerService().currentProcessingTime(), posting.touch().at())) {
      books.rank(valued, ledger, out::collect);
    }
    books.save(customer, valued);
    ranking.changed();
    return true;
  }

  private boolean enter(Posting posting, Valued valued, CustomerFunction.ReadOnlyContext context) {
    var timers = context.timerService();
    var desk = books.yardsticks().values();
    var orderId = posting.touch().unitId();
    var before = valued.order(orderId);
    var products = books.yardsticks().offers();
    var entered =
        desk.sell(
            context.getCurrentKey(),
            posting,
            valued,
            products::categorised,
            timers::registerEventTimeTimer);
    if (entered && capabilities.offers()) {
      var after = valued.order(orderId);
      BasketDesk.changed(before, after, count -> context.output(Outputs.BASKETS, count));
    }
    return entered;
  }

  /**
   * A caller's tier is that of now, though in a backlog the next pass has yet to find it; returns
   * whether that is another than before.
   */
  boolean rankNow(String customer, Ledger ledger, Collector<Change> out) throws IOException {
    var valued = capabilities.value() && !Identities.namesNobody(customer) ? books.valued() : null;
    if (valued == null || !books.rank(valued, ledger, out::collect)) {
      return false;
    }
    books.save(customer, valued);
    return true;
  }
}
