package io.campaignpulse.identity;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.identity.core.Links;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.jobs.Purge;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the customer behind an identity, moves earlier events when a link is learnt later, and
 * serves whose it is. Sets apart what comes too late to count. Keyed by identity. Events are
 * forgotten once the history has passed; a link is kept, one per identity, except for visitor ids,
 * which browsers throw away: theirs go with the history too.
 */
final class ResolveIdentity
    extends KeyedBroadcastProcessFunction<String, IdentityMessage, Command, Posting>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Answers for events that ask several identities. */
  static final OutputTag<Answer> ANSWERS =
      new OutputTag<>("answers") {
        private static final long serialVersionUID = 1L;
      };

  static final OutputTag<ViewWrite> VIEWS =
      new OutputTag<>("views") {
        private static final long serialVersionUID = 1L;
      };

  private static final ValueStateDescriptor<Links> LINKS =
      new ValueStateDescriptor<>("links", new LinksType.Serializer());

  private static final Logger LOG = LoggerFactory.getLogger(ResolveIdentity.class);

  private final Purge purge;
  private final CatchUp catchUp;
  private transient ValueState<Links> state;
  private transient CatchUp.Progress progress;
  private transient boolean rebuildDue;

  /** Whether it was told that an identity had too many events. */
  private transient boolean told;

  ResolveIdentity(Duration history, CatchUp catchUp) {
    this.purge = new Purge(history);
    this.catchUp = catchUp;
  }

  @Override
  public void open(OpenContext context) {
    state = getRuntimeContext().getState(LINKS);
    progress = catchUp.start();
    rebuildDue = true;
  }

  @Override
  public void processElement(
      IdentityMessage message, ReadOnlyContext context, Collector<Posting> out) throws Exception {
    var links = state.value() == null ? new Links() : state.value();
    if (message.touch() == null) {
      link(links, message, context, out);
      purge.schedule(context.timerService(), message.at());
    } else {
      question(links, message, context, out);
      purge.schedule(context.timerService(), message.touch().at());
    }
    state.update(links);
  }

  private void link(
      Links links, IdentityMessage link, ReadOnlyContext context, Collector<Posting> out) {
    var before = links.getCustomerId();
    if (!links.learn(link.customerId(), link.at())) {
      return;
    }
    if (progress.caughtUp()) {
      context.output(VIEWS, view(link.identity(), links));
    }
    for (var touch : links.getTouches().values()) {
      if (touch.identities().size() == 1) {
        out.collect(Posting.moveOut(before == null ? link.identity() : before, touch));
        out.collect(Posting.moveIn(link.customerId(), touch));
      } else {
        var rank = touch.identities().indexOf(link.identity());
        context.output(ANSWERS, new Answer(touch, rank, link.customerId()));
      }
    }
  }

  private static ViewWrite view(String identity, Links links) {
    return ViewWrite.text(RedisKeys.identity(identity), links.getCustomerId());
  }

  private void question(
      Links links, IdentityMessage question, ReadOnlyContext context, Collector<Posting> out) {
    Touch touch = question.touch();
    var customer = links.getCustomerId();
    var owner = customer == null ? question.identity() : customer;
    var single = touch.identities().size() == 1;
    // What counts for nobody must not count for somebody once a link moves it.
    if (single && touch.at() < context.currentWatermark() && !links.knows(touch)) {
      out.collect(Posting.late(owner, touch));
      return;
    }
    if (!links.remember(touch)) {
      return;
    }
    tell(links.bound());
    if (single) {
      out.collect(Posting.enter(owner, touch));
    } else {
      context.output(ANSWERS, new Answer(touch, question.rank(), customer));
    }
  }

  private void tell(boolean beyond) {
    if (beyond && !told) {
      told = true;
      LOG.warn(
          "An identity has more than {} events without a customer: older ones stay where they are.",
          Links.MOST);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Posting> out)
      throws Exception {
    var links = state.value();
    if (links == null) {
      return;
    }
    var cutoff = purge.cutoff(timestamp);
    links.forget(cutoff);
    var fleeting = context.getCurrentKey().startsWith("visitor:") && links.getLinkedAt() < cutoff;
    if (links.getTouches().isEmpty() && (links.getCustomerId() == null || fleeting)) {
      state.clear();
      if (links.getCustomerId() != null) {
        context.output(VIEWS, ViewWrite.gone(RedisKeys.identity(context.getCurrentKey())));
      }
    } else {
      state.update(links);
    }
  }

  /** Serves whose every identity is: on command, and once after each start. */
  @Override
  public void processBroadcastElement(Command command, Context context, Collector<Posting> out)
      throws Exception {
    progress.heard(command);
    rebuildDue |= command.name().equals(Command.REBUILD);
    if (!rebuildDue || !progress.caughtUp()) {
      return;
    }
    rebuildDue = false;
    context.applyToKeyedState(
        LINKS,
        (identity, kept) -> {
          if (kept.value().getCustomerId() != null) {
            context.output(VIEWS, view(identity, kept.value()));
          }
        });
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    progress.barrierPassed();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {}
}
