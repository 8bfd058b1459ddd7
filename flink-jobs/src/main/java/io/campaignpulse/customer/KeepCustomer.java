package io.campaignpulse.customer;

import io.campaignpulse.identity.Posting;
import io.campaignpulse.jobs.Purge;
import io.campaignpulse.offers.OfferedType;
import io.campaignpulse.response.ResponseDesk;
import io.campaignpulse.response.ShelvedLedgers;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Reach;
import io.campaignpulse.value.ValuedType;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.util.Collector;

/**
 * The one pass over all that customers do. Keeps a ledger of each and the purchases of those who
 * buy, and tells of every posting how it changes the campaigns' figures, what the customer is worth
 * and did lately, and how their call should be answered. What the history has left behind is
 * forgotten; of a customer known by an id a stub stays, so that all are counted.
 */
final class KeepCustomer extends CustomerFunction
    implements CheckpointedFunction, Reach.Needed<Change> {
  private static final long serialVersionUID = 1L;

  /**
   * Of the heap, for ledgers that were at hand a while ago: each is put there anew with every event
   * of its customer, so that it is the last half minute's where much happens.
   */
  private static final double OF_LEDGERS = 10 / 64.0;

  /** The same for purchases and offers, which change with few of the events. */
  private static final double OF_OTHERS = 1 / 64.0;

  private final Purge purge;
  private final Capabilities capabilities;
  private final CatchUp catchUp;
  private transient CatchUp.Progress progress;
  private transient ListState<String> names;
  private transient WaitingState waiting;
  private transient ResponseDesk response;
  private transient Pass pass;
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
    var task = getRuntimeContext().getTaskInfo();
    var books =
        new Books(
            reach.warm(Books.LEDGER, new ShelvedLedgers(response::book), OF_LEDGERS),
            reach.warm(Books.VALUED, new ValuedType.Serializer().form(), OF_OTHERS),
            reach.warm(Books.OFFERED, new OfferedType.Serializer().form(), OF_OTHERS),
            response,
            new Yardsticks(purge, capabilities.minorDigits()));
    pass = new Pass(books, capabilities, purge, progress, reach, task);
    pass.restore(waiting.of(task));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    progress.barrierPassed();
    names.update(response.names());
    waiting.keep(pass.waiting());
  }

  @Override
  public void processElement(Posting posting, ReadOnlyContext context, Collector<Change> out)
      throws Exception {
    pass.enter(posting, context, out);
  }

  @Override
  public void processBroadcastElement(CustomerNotice notice, Context context, Collector<Change> out)
      throws Exception {
    pass.hear(notice, context);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Change> out)
      throws Exception {
    pass.due(timestamp, context);
  }
}
