package io.campaignpulse.customer;

import io.campaignpulse.identity.Posting;
import io.campaignpulse.jobs.Purge;
import io.campaignpulse.response.ResponseDesk;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Reach;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.util.Collector;

/** The pass of a subtask over all that its customers do, from one start of the job on. */
final class Pass {
  private final Books books;
  private final Showing showing;
  private final Notices notices;
  private final Timers timers;
  private final Entering entering;
  private final Capabilities capabilities;
  private final Reach<Change> reach;
  private boolean loaded;

  Pass(
      Books books,
      Capabilities capabilities,
      Purge purge,
      CatchUp.Progress progress,
      Reach<Change> reach,
      TaskInfo task) {
    this.books = books;
    this.capabilities = capabilities;
    this.reach = reach;
    var telling = new Telling(books);
    showing = new Showing(books, telling, () -> loaded && progress.caughtUp(), reach);
    var offering = new Offering(books, telling, progress);
    var calling = new Calling(telling, capabilities.routing());
    var all = new AllCustomers(books, reach);
    var ranking = new Ranking(books, all, progress, reach, task);
    notices =
        new Notices(
            books,
            new Looks(books, offering, reach, task),
            showing,
            all,
            ranking,
            capabilities,
            progress,
            reach);
    timers = new Timers(books, offering, calling, showing, capabilities, purge);
    entering =
        new Entering(
            books,
            ranking,
            new Selling(books, ranking, capabilities),
            calling,
            showing,
            offering,
            timers,
            capabilities);
  }

  /** Those who wait to be shown, to be kept over a restart. */
  List<String> waiting() {
    return showing.waiting();
  }

  /** Takes those in who waited before a restart. */
  void restore(Collection<String> waited) {
    showing.restore(waited);
  }

  /** Takes up what is kept for all customers, before anything else: only now can it be read. */
  private void load(Yardsticks.Kept kept) throws Exception {
    if (!loaded) {
      loaded = true;
      books.response().load(kept.state(ResponseDesk.CAMPAIGNS));
      books.yardsticks().load(kept);
      notices.load(kept);
    }
  }

  void enter(Posting posting, CustomerFunction.ReadOnlyContext context, Collector<Change> out)
      throws Exception {
    load(context::getBroadcastState);
    entering.enter(posting, capabilities.offers() ? offers(context) : null, context, out);
  }

  void hear(CustomerNotice notice, CustomerFunction.Context context) throws Exception {
    load(context::getBroadcastState);
    notices.hear(notice, context);
  }

  void due(long timestamp, CustomerFunction.OnTimerContext context) throws Exception {
    load(context::getBroadcastState);
    if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
      timers.wake(offers(context), context);
    } else {
      timers.review(timestamp, context);
    }
  }

  private OfferOutputs offers(CustomerFunction.ReadOnlyContext context) {
    var service = context.timerService();
    return new OfferOutputs(reach, context.getCurrentKey(), service::registerProcessingTimeTimer);
  }
}
