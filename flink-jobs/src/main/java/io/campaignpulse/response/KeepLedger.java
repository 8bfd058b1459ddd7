package io.campaignpulse.response;

import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.jobs.Purge;
import io.campaignpulse.response.core.Bookkeeping;
import io.campaignpulse.response.core.CampaignBook;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Ledger;
import io.campaignpulse.response.core.ShareChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps one ledger a customer and says how each entry changes the campaigns' figures. A changed
 * campaign is applied to every ledger at once. Ledgers forget what the history has left behind.
 */
final class KeepLedger
    extends KeyedBroadcastProcessFunction<String, Posting, CampaignTerms, ShareChange> {
  private static final long serialVersionUID = 1L;

  /** Events that came after the watermark had passed them: kept apart, not counted. */
  static final OutputTag<Touch> LATE =
      new OutputTag<>("late") {
        private static final long serialVersionUID = 1L;
      };

  static final MapStateDescriptor<String, CampaignTerms> CAMPAIGNS =
      new MapStateDescriptor<>("campaigns", Types.STRING, TypeInformation.of(CampaignTerms.class));

  private static final ValueStateDescriptor<Ledger> LEDGER =
      new ValueStateDescriptor<>("ledger", Ledger.class);

  private final Purge purge;
  private transient ValueState<Ledger> state;
  private transient CampaignBook book;

  KeepLedger(Duration history) {
    this.purge = new Purge(history);
  }

  @Override
  public void open(OpenContext context) {
    state = getRuntimeContext().getState(LEDGER);
  }

  @Override
  public void processElement(Posting posting, ReadOnlyContext context, Collector<ShareChange> out)
      throws Exception {
    var ledger = state.value() == null ? new Ledger() : state.value();
    if (late(posting, ledger, context.currentWatermark())) {
      context.output(LATE, posting.touch());
      return;
    }
    var campaigns = book(context.getBroadcastState(CAMPAIGNS));
    Bookkeeping.apply(ledger, campaigns, l -> post(posting, l)).forEach(out::collect);
    if (posting.touch() != null) {
      purge.schedule(context.timerService(), posting.touch().at());
    }
    save(ledger);
  }

  /** A repeat of what is known is no late event, however late it comes. */
  private static boolean late(Posting posting, Ledger ledger, long watermark) {
    return posting.kind() == Posting.Kind.ENTER
        && posting.touch().at() < watermark
        && !ledger.holds(posting.touch().eventId());
  }

  private static boolean post(Posting posting, Ledger ledger) {
    return switch (posting.kind()) {
      case ENTER, MOVE_IN -> ledger.enter(posting.touch());
      case MOVE_OUT -> ledger.remove(posting.touch().eventId());
      case SEGMENT -> ledger.assign(posting.segment());
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
  public void processBroadcastElement(
      CampaignTerms terms, Context context, Collector<ShareChange> out) throws Exception {
    var campaigns = context.getBroadcastState(CAMPAIGNS);
    var old = book(campaigns);
    if (terms.equals(old.find(terms.campaignId()))) {
      return;
    }
    campaigns.put(terms.campaignId(), terms);
    book = null;
    var revised = book(campaigns);
    context.applyToKeyedState(
        LEDGER,
        (customer, ledgers) ->
            Bookkeeping.revise(ledgers.value(), old, revised).forEach(out::collect));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ShareChange> out)
      throws Exception {
    var ledger = state.value();
    if (ledger == null) {
      return;
    }
    var campaigns = book(context.getBroadcastState(CAMPAIGNS));
    Bookkeeping.forget(ledger, campaigns, purge.cutoff(timestamp));
    Bookkeeping.due(ledger, campaigns)
        .ifPresent(due -> purge.schedule(context.timerService(), due));
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
