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
 * Gives an event with several identities to the customer of the best known one. Keyed by event id;
 * state goes once the history has passed.
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
    var choice = state.value() == null ? new Choice() : state.value();
    choice.answer(answer.touch(), answer.rank(), answer.customerId());
    if (choice.complete()) {
      give(choice, out);
    }
    state.update(choice);
    purge.schedule(context.timerService(), answer.touch().at());
  }

  private static void give(Choice choice, Collector<Posting> out) {
    var before = choice.getOwner();
    var owner = choice.choose();
    if (before == null) {
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
