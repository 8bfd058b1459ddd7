package io.campaignpulse.customer;

import io.campaignpulse.affinity.BasketDesk;
import io.campaignpulse.events.Identities;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.jobs.Purge;
import io.campaignpulse.offers.Offered;
import io.campaignpulse.offers.OfferedType;
import io.campaignpulse.response.LedgerType;
import io.campaignpulse.response.ResponseDesk;
import io.campaignpulse.response.core.Bookkeeping;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.routing.core.Callers;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Reach;
import io.campaignpulse.value.ValueDesk;
import io.campaignpulse.value.Valued;
import io.campaignpulse.value.ValuedType;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The one pass over all that customers do. Keeps a ledger of each and the purchases of those who
 * buy, and tells of every posting how it changes the campaigns' figures, what the customer is worth
 * and did lately, and how their call should be answered. What the history has left behind is
 * forgotten; of a customer known by an id a stub stays, so that all are counted.
 */
final class KeepCustomer
    extends KeyedBroadcastProcessFunction<String, Posting, CustomerNotice, Change>
    implements CheckpointedFunction, Reach.Needed<Change> {
  private static final long serialVersionUID = 1L;

  static final ValueStateDescriptor<Ledger> LEDGER =
      new ValueStateDescriptor<>("ledger", new LedgerType.Serializer());
  static final ValueStateDescriptor<Valued> VALUED =
      new ValueStateDescriptor<>("valued", new ValuedType.Serializer());
  static final ValueStateDescriptor<Offered> OFFERED =
      new ValueStateDescriptor<>("offered", new OfferedType.Serializer());

  private final Purge purge;
  private final Capabilities capabilities;
  private final CatchUp catchUp;
  private transient CatchUp.Progress progress;
  private transient ListState<String> names;
  private transient WaitingState waiting;
  private transient ResponseDesk response;
  private transient Books books;
  private transient Showing showing;
  private transient Offering offering;
  private transient Rounds rounds;
  private transient boolean loaded;
  private transient Reach<Change> reach;

  KeepCustomer(Duration history, Capabilities capabilities, CatchUp catchUp) {
    this.purge = new Purge(history);
    this.capabilities = capabilities;
    this.catchUp = catchUp;
  }

  @Override
  public void reaching(Reach<Change> reach) {
    this.reach = reach;
  }

  /** What is the same for all customers. */
  static MapStateDescriptor<?, ?>[] broadcast() {
    return new MapStateDescriptor<?, ?>[] {
      ResponseDesk.CAMPAIGNS,
      Yardsticks.MODEL,
      Yardsticks.TODAY,
      Yardsticks.RANKS,
      Yardsticks.ORDERS,
      Yardsticks.SETTINGS,
      Yardsticks.PRODUCTS,
      Yardsticks.LEARNED
    };
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    var kept = context.getOperatorStateStore();
    names = kept.getUnionListState(new ListStateDescriptor<>("names-seen", Types.STRING));
    waiting = new WaitingState(kept);
    response = new ResponseDesk();
    response.restore(names.get());
  }

  @Override
  public void open(OpenContext context) throws Exception {
    progress = catchUp.start();
    books =
        new Books(
            reach.warm(getRuntimeContext().getState(LEDGER)),
            reach.warm(getRuntimeContext().getState(VALUED)),
            reach.warm(getRuntimeContext().getState(OFFERED)),
            response,
            new Yardsticks(purge, capabilities.minorDigits()));
    offering = new Offering(books, progress);
    loaded = false;
    showing = new Showing(books, () -> loaded && progress.caughtUp(), reach);
    var task = getRuntimeContext().getTaskInfo();
    showing.restore(waiting.of(task));
    rounds = new Rounds(books, offering, showing, capabilities, progress, reach, task);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    progress.barrierPassed();
    names.update(response.names());
    waiting.keep(showing.waiting());
  }

  @Override
  public void processElement(Posting posting, ReadOnlyContext context, Collector<Change> out)
      throws Exception {
    load(context::getBroadcastState);
    var offers = capabilities.offers() ? offers(context) : null;
    if (offers != null && offering.recalled(posting, offers)) {
      return;
    }
    var known = books.ledger();
    var ledger = known == null ? new Ledger() : known;
    if (ResponseDesk.late(posting, ledger, context.currentWatermark())) {
      context.output(Outputs.LATE, posting.touch());
      return;
    }
    var bearing = offers == null ? null : offering.bearing(posting, ledger);
    int held = ledger.page().size();
    for (var change : response.post(posting, ledger)) {
      out.collect(change.by(context.getCurrentKey()));
    }
    if (posting.touch() != null) {
      planReview(ledger, purge.due(posting.touch().at()), context.timerService());
    }
    if (known == null) {
      rounds.isNew(context.getCurrentKey());
    }
    var sold = capabilities.value() && posting.ofSale() && sell(posting, ledger, context, out);
    var heard = capabilities.routing() && posting.ofCall() && heard(posting.touch(), ledger);
    var moved = heard && rankNow(context.getCurrentKey(), ledger, out);
    if (capabilities.activity() && (sold || posting.shows())) {
      showing.show(context.getCurrentKey(), ledger, sold || moved, posting.touch().at());
    } else if (capabilities.activity() && held == 0 && posting.introduces()) {
      showing.showWhenever(context.getCurrentKey());
    }
    if (offers != null) {
      offering.entered(bearing, ledger, offers);
      if (sold) {
        offering.sold(offers);
      }
      if (ledger.page().size() > held) {
        offering.consider(posting, ledger, offers);
      }
    }
    if (heard) {
      tell(posting.touch(), ledger, context);
    }
    books.save(context.getCurrentKey(), ledger);
  }

  private OfferOutputs offers(ReadOnlyContext context) {
    var timers = context.timerService();
    return new OfferOutputs(reach, context.getCurrentKey(), timers::registerProcessingTimeTimer);
  }

  private void load(Yardsticks.Kept kept) throws Exception {
    if (!loaded) {
      loaded = true;
      response.load(kept.state(ResponseDesk.CAMPAIGNS));
      books.yardsticks().load(kept);
      rounds.load(kept);
    }
  }

  /**
   * Enters a sale into the customer's purchases; returns whether that is a change of what they are
   * worth, which nobody is who is known by nothing but an identity. In a backlog the next pass is
   * early enough to find their tier: most buy again before.
   */
  private boolean sell(
      Posting posting, Ledger ledger, ReadOnlyContext context, Collector<Change> out)
      throws Exception {
    var known = books.valued();
    var valued = known == null ? new Valued() : known;
    var timers = context.timerService();
    var desk = books.yardsticks().values();
    var customer = context.getCurrentKey();
    var orderId = posting.touch().unitId();
    var before = valued.order(orderId);
    var products = books.yardsticks().offers();
    if (!desk.sell(
        customer, posting, valued, products::categorised, timers::registerEventTimeTimer)) {
      return false;
    }
    if (capabilities.offers()) {
      var after = valued.order(orderId);
      BasketDesk.changed(before, after, count -> context.output(Outputs.BASKETS, count));
    }
    if (posting.anonymous()) {
      books.save(customer, valued);
      return false;
    }
    if (ShowPlan.live(timers.currentProcessingTime(), posting.touch().at())) {
      books.rank(valued, ledger, out::collect);
    }
    books.save(customer, valued);
    rounds.changed();
    return true;
  }

  /** Of a call that came in only after its end no queue needs to hear. */
  private static boolean heard(Touch call, Ledger ledger) {
    return call.kind() == Touch.Kind.OUTCOME || Callers.waits(call, ledger.page());
  }

  private void tell(Touch call, Ledger ledger, ReadOnlyContext context) throws Exception {
    context.output(Outputs.CALLS, books.news(context.getCurrentKey(), call, ledger));
  }

  /**
   * A caller's tier is that of now, though in a backlog the next pass has yet to find it; returns
   * whether that is another than before.
   */
  private boolean rankNow(String customer, Ledger ledger, Collector<Change> out) throws Exception {
    var valued = capabilities.value() && !Identities.namesNobody(customer) ? books.valued() : null;
    if (valued == null || !books.rank(valued, ledger, out::collect)) {
      return false;
    }
    books.save(customer, valued);
    return true;
  }

  /** One timer a ledger is enough: it plans the next. */
  private static void planReview(Ledger ledger, long at, TimerService timers) {
    if (at < ledger.reviewAt()) {
      ledger.reviewAt(at);
      timers.registerEventTimeTimer(at);
    }
  }

  @Override
  public void processBroadcastElement(CustomerNotice notice, Context context, Collector<Change> out)
      throws Exception {
    load(context::getBroadcastState);
    rounds.hear(notice, context);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Change> out)
      throws Exception {
    load(context::getBroadcastState);
    var ledger = books.ledger();
    if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
      wake(ledger == null ? new Ledger() : ledger, context);
      return;
    }
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

  /** A call that waits was decided on without the offer, of which nothing could be said then. */
  private void tellAgain(Trigger moment, Ledger ledger, ReadOnlyContext context) throws Exception {
    var call =
        moment.kind() == Trigger.Kind.CALL_QUEUED ? ledger.page().find(moment.eventId()) : null;
    if (capabilities.routing() && call != null && heard(call, ledger)) {
      tell(call, ledger, context);
    }
  }

  /** The moment has come to think of an offer for the customer. */
  private void wake(Ledger ledger, OnTimerContext context) throws Exception {
    var moments = offering.wake(ledger, offers(context));
    for (var moment : moments) {
      tellAgain(moment, ledger, context);
    }
    if (!moments.isEmpty()) {
      books.save(context.getCurrentKey(), ledger);
    }
  }

  private void review(Ledger ledger, long timestamp, OnTimerContext context) throws Exception {
    Bookkeeping.forget(ledger, response.book(), purge.cutoff(timestamp));
    ledger.reviewAt(Ledger.UNPLANNED);
    Bookkeeping.due(ledger, response.book())
        .ifPresent(due -> planReview(ledger, purge.due(due), context.timerService()));
    if (capabilities.activity()) {
      showing.show(context.getCurrentKey(), ledger, false, timestamp);
    }
    books.save(context.getCurrentKey(), ledger);
  }
}
