package io.campaignpulse.response;

import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.jobs.Purge;
import io.campaignpulse.response.core.Bookkeeping;
import io.campaignpulse.response.core.CampaignBook;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.response.core.NamesSeen;
import io.campaignpulse.routing.ShowActivity;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps one ledger a customer and says how each entry changes the campaigns' figures. A changed
 * campaign is applied to every ledger at once. Ledgers forget what the history has left behind.
 * Beside that it shows what each customer did lately, which is all in the ledger.
 */
final class KeepLedger extends KeyedBroadcastProcessFunction<String, Posting, LedgerNotice, Change>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Events that came after the watermark had passed them: kept apart, not counted. */
  static final OutputTag<Touch> LATE =
      new OutputTag<>("late") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<ViewWrite> VIEWS =
      new OutputTag<>("views") {
        private static final long serialVersionUID = 1L;
      };

  static final MapStateDescriptor<String, CampaignTerms> CAMPAIGNS =
      new MapStateDescriptor<>("campaigns", Types.STRING, TypeInformation.of(CampaignTerms.class));

  private static final ValueStateDescriptor<Ledger> LEDGER =
      new ValueStateDescriptor<>("ledger", new LedgerType.Serializer());

  /** Stands among the names for those that are no longer kept one by one. */
  private static final String TOO_MANY = "";

  private final Purge purge;
  private final CatchUp catchUp;
  private transient CatchUp.Progress progress;
  private transient ShowActivity shown;
  private transient ViewWrite toShow;
  private transient ValueState<Ledger> state;
  private transient ListState<String> seen;
  private transient NamesSeen names;
  private transient CampaignBook book;

  KeepLedger(Duration history, CatchUp catchUp) {
    this.purge = new Purge(history);
    this.catchUp = catchUp;
  }

  @Override
  public void open(OpenContext context) {
    state = getRuntimeContext().getState(LEDGER);
    progress = catchUp.start();
    shown = new ShowActivity(view -> toShow = view);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    seen =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("names-seen", Types.STRING));
    names = new NamesSeen();
    for (var name : seen.get()) {
      if (name.equals(TOO_MANY)) {
        names.addTooMany();
      } else {
        names.addAll(List.of(name));
      }
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    progress.barrierPassed();
    seen.update(names.tooMany() ? List.of(TOO_MANY) : List.copyOf(names.names()));
  }

  @Override
  public void processElement(Posting posting, ReadOnlyContext context, Collector<Change> out)
      throws Exception {
    var known = state.value();
    var ledger = known == null ? new Ledger() : known;
    if (late(posting, ledger, context.currentWatermark())) {
      context.output(LATE, posting.touch());
      return;
    }
    var campaigns = book(context.getBroadcastState(CAMPAIGNS));
    for (var change : post(posting, ledger, campaigns)) {
      out.collect(change);
    }
    if (posting.touch() != null) {
      names.add(posting.touch());
      planReview(ledger, purge.due(posting.touch().at()), context.timerService());
    }
    if (posting.interaction()) {
      show(ledger, campaigns, context);
    }
    save(ledger);
  }

  private void show(Ledger ledger, CampaignBook campaigns, ReadOnlyContext context) {
    var now = context.timerService().currentProcessingTime();
    shown.changed(context.getCurrentKey(), ledger, campaigns, now, progress.caughtUp());
    showNow(context::output);
  }

  private void showNow(BiConsumer<OutputTag<ViewWrite>, ViewWrite> output) {
    if (toShow != null) {
      output.accept(VIEWS, toShow);
      toShow = null;
    }
  }

  /** One timer a ledger is enough: it plans the next. */
  private static void planReview(Ledger ledger, long at, TimerService timers) {
    if (at < ledger.reviewAt()) {
      ledger.reviewAt(at);
      timers.registerEventTimeTimer(at);
    }
  }

  /** A repeat of what is known is no late event, however late it comes. */
  private static boolean late(Posting posting, Ledger ledger, long watermark) {
    return posting.kind() == Posting.Kind.ENTER
        && posting.touch().at() < watermark
        && !ledger.holds(posting.touch().eventId());
  }

  private static List<Change> post(Posting posting, Ledger ledger, CampaignBook book) {
    return switch (posting.kind()) {
      case ENTER, MOVE_IN -> Bookkeeping.enter(ledger, book, posting.touch().entry());
      case MOVE_OUT -> Bookkeeping.apply(ledger, book, l -> l.remove(posting.touch().eventId()));
      case SEGMENT -> Bookkeeping.apply(ledger, book, l -> l.assign(posting.group()));
      case TIER -> Bookkeeping.apply(ledger, book, l -> l.rank(posting.group()));
    };
  }

  private void save(Ledger ledger) throws Exception {
    if (ledger.empty()) {
      state.clear();
    } else {
      state.update(ledger);
    }
  }

  @Override
  public void processBroadcastElement(LedgerNotice notice, Context context, Collector<Change> out)
      throws Exception {
    var command = notice.command();
    if (command == null) {
      define(notice.defined(), context, out);
      return;
    }
    progress.heard(command);
    if (command.name().equals(Command.REBUILD)) {
      shown.rebuild();
    }
    if (progress.caughtUp() && shown.sweepDue(context.currentProcessingTime())) {
      sweep(context);
    }
  }

  /** Shows all whom there was no time to show before. */
  private void sweep(Context context) throws Exception {
    var everybody = shown.sweeps();
    var campaigns = book(context.getBroadcastState(CAMPAIGNS));
    context.applyToKeyedState(
        LEDGER,
        (customer, kept) -> {
          var ledger = kept.value();
          if (shown.sweep(customer, ledger, campaigns, everybody)) {
            showNow(context::output);
            kept.update(ledger);
          }
        });
  }

  /** Looks through all ledgers once for all, and only when an event may have named one of them. */
  private void define(List<CampaignTerms> defined, Context context, Collector<Change> out)
      throws Exception {
    var campaigns = context.getBroadcastState(CAMPAIGNS);
    var revised = book(campaigns);
    var changed = new LinkedHashMap<String, CampaignTerms>();
    defined.forEach(terms -> changed.put(terms.campaignId(), terms));
    changed.values().removeIf(terms -> terms.equals(revised.find(terms.campaignId())));
    var named = new HashSet<String>();
    for (var terms : changed.values()) {
      named.addAll(terms.names());
      named.addAll(revised.names(terms.campaignId()));
    }
    var old = names.any(named) ? revised.copy() : null;
    campaigns.putAll(changed);
    changed.values().forEach(revised::put);
    if (old != null) {
      context.applyToKeyedState(
          LEDGER, (customer, state) -> revise(state, named, old, revised).forEach(out::collect));
    }
  }

  private static List<Change> revise(
      ValueState<Ledger> state, Set<String> named, CampaignBook old, CampaignBook revised)
      throws IOException {
    var ledger = state.value();
    return ledger.names(named) ? Bookkeeping.revise(ledger, old, revised) : List.of();
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Change> out)
      throws Exception {
    var ledger = state.value();
    if (ledger == null) {
      return;
    }
    var campaigns = book(context.getBroadcastState(CAMPAIGNS));
    Bookkeeping.forget(ledger, campaigns, purge.cutoff(timestamp));
    ledger.reviewAt(Ledger.UNPLANNED);
    Bookkeeping.due(ledger, campaigns)
        .ifPresent(due -> planReview(ledger, purge.due(due), context.timerService()));
    show(ledger, campaigns, context);
    save(ledger);
  }

  private CampaignBook book(ReadOnlyBroadcastState<String, CampaignTerms> campaigns)
      throws Exception {
    if (book == null) {
      List<CampaignTerms> all = new ArrayList<>();
      campaigns.immutableEntries().forEach(entry -> all.add(entry.getValue()));
      book = new CampaignBook(all);
    }
    return book;
  }
}
