package io.campaignpulse.identity;

import io.campaignpulse.identity.core.Choice;
import io.campaignpulse.jobs.Purge;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Gives an event with several identities to the customer of the best known one, unless it comes too
 * late to count: that is settled at the first answer, as those of later links follow. Keyed by
 * event id; state goes once the history has passed.
 */
final class ChooseIdentity extends KeyedProcessFunction<String, Answer, Posting> {
  private static final long serialVersionUID = 1L;

  private final Purge purge;
  private transient ValueState<Choice> state;

  ChooseIdentity(Duration history) {
    this.purge = new Purge(history);
  }

  @Override
  public void open(OpenContext context) {
    state =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("choice", new ChoiceType.Serializer()));
  }

  @Override
  public void processElement(Answer answer, Context context, Collector<Posting> out)
      throws Exception {
    var known = state.value();
    var choice = known == null ? new Choice() : known;
    var another = choice.answer(answer.touch(), answer.rank(), answer.customerId());
    if (known == null && answer.touch().at() < context.timerService().currentWatermark()) {
      choice.setLate(true);
      out.collect(Posting.late(choice.choose(), choice.getTouch()));
    }
    if (choice.complete() && !choice.isLate()) {
      give(choice, another, out);
    }
    state.update(choice);
    purge.schedule(context.timerService(), answer.touch().at());
  }

  private static void give(Choice choice, boolean another, Collector<Posting> out) {
    var before = choice.getOwner();
    var owner = choice.choose();
    if (before == null || another && before.equals(owner)) {
      out.collect(Posting.enter(owner, choice.getTouch()));
    } else if (!before.equals(owner)) {
      out.collect(Posting.moveOut(before, choice.getTouch()));
      out.collect(Posting.moveIn(owner, choice.getTouch()));
    }
    choice.setOwner(owner);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Posting> out)
      throws Exception {
    var choice = state.value();
    if (choice != null && choice.getTouch().at() < purge.cutoff(timestamp)) {
      state.clear();
    }
  }
}
