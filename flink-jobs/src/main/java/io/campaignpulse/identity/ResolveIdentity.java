package io.campaignpulse.identity;

import io.campaignpulse.identity.core.Links;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.jobs.Purge;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Finds the customer behind an identity, and moves earlier events when a link is learnt later.
 * Keyed by identity. Events are forgotten once the history has passed; a link is kept, one per
 * identity, except for visitor ids, which browsers throw away: theirs go with the history too.
 */
final class ResolveIdentity extends KeyedProcessFunction<String, IdentityMessage, Posting> {
  private static final long serialVersionUID = 1L;

  /** Answers for events that ask several identities. */
  static final OutputTag<Answer> ANSWERS =
      new OutputTag<>("answers") {
        private static final long serialVersionUID = 1L;
      };

  private final Purge purge;
  private transient ValueState<Links> state;

  ResolveIdentity(Duration history) {
    this.purge = new Purge(history);
  }

  @Override
  public void open(OpenContext context) {
    state =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("links", new LinksType.Serializer()));
  }

  @Override
  public void processElement(IdentityMessage message, Context context, Collector<Posting> out)
      throws Exception {
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

  private static void link(
      Links links, IdentityMessage link, Context context, Collector<Posting> out) {
    var before = links.getCustomerId();
    if (!links.learn(link.customerId(), link.at())) {
      return;
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

  private static void question(
      Links links, IdentityMessage question, Context context, Collector<Posting> out) {
    Touch touch = question.touch();
    if (!links.remember(touch)) {
      return;
    }
    var customer = links.getCustomerId();
    if (touch.identities().size() == 1) {
      out.collect(Posting.enter(customer == null ? question.identity() : customer, touch));
    } else {
      context.output(ANSWERS, new Answer(touch, question.rank(), customer));
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
    } else {
      state.update(links);
    }
  }
}
