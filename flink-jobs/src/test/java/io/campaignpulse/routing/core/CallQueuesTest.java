package io.campaignpulse.routing.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.events.avro.CallReason;
import io.campaignpulse.events.avro.QueueRule;
import io.campaignpulse.events.routing.QueueMode;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.RoutingDecision;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which calls wait, in which queue each should, and what is forgotten. */
class CallQueuesTest extends QueuesCase {
  @Test
  void letsPriorityGrowWithTheScore() {
    assertThat(queued(call("1", "C", 0, START)).rate()).isEqualTo(1);
    assertThat(queued(call("2", "B", 50, START)).rate()).isEqualTo(2.5);
    assertThat(queued(call("3", "A", 100, START)).rate()).isEqualTo(4);
    assertThat(queued(call("4", "A", 100, START)).mode()).isEqualTo(QueueMode.ACCUMULATING);
  }

  @Test
  void suggestsTheFirstQueueThatFits() {
    var complaints = rule("complaints", List.of(CallReason.COMPLAINT), List.of(), List.of());
    var best = rule("best", List.of(), List.of("A"), List.of());
    var korean = rule("korean", List.of(CallReason.CART), List.of(), List.of("ko"));
    routing = routing(complaints, best, korean);
    assertThat(queued(call("1", "A", 90, START)).suggestedQueue()).isEqualTo("best");
    assertThat(queued(call("2", "B", 90, START)).suggestedQueue()).isEqualTo("korean");
    routing = routing(complaints, best);
    assertThat(queued(call("3", "B", 90, START)).suggestedQueue()).isEqualTo("sales");
  }

  private static QueueRule rule(
      String queue, List<CallReason> reasons, List<String> tiers, List<String> languages) {
    return new QueueRule(queue, reasons, tiers, languages, List.of());
  }

  private RoutingDecision lastServedBy(String agentId, String callId, long at) {
    return queued(
        new AskedCall("sales", callId, at, "B", 50, CallReason.CART, "ko", agentId).decision());
  }

  @Test
  void suggestsTheQueueOfAnAgentWhileThatAgentAnswersCallsInWhateverQueue() {
    routing = routing(rule("agent-{lastAgentId}", List.of(), List.of(), List.of()));
    assertThat(lastServedBy("eve", "1", START).suggestedQueue()).isEqualTo("sales");
    var mark = new CallMark("agent-eve", START, CallMark.Kind.ANSWERED_IN_TIME, "eve", 1);
    queues.count(List.of(mark), CLOCK);
    assertThat(lastServedBy("eve", "2", START + 1).suggestedQueue()).isEqualTo("agent-eve");
    assertThat(lastServedBy("ida", "3", START + 1).suggestedQueue()).isEqualTo("sales");
    assertThat(lastServedBy(null, "4", START + 1).suggestedQueue()).isEqualTo("sales");
    assertThat(queues.agentsActive(routing)).isEqualTo(new AgentsActive(Set.of("eve")));
    var windowOver = START + 901 * SECOND;
    assertThat(lastServedBy("eve", "5", windowOver).suggestedQueue()).isEqualTo("sales");
    assertThat(queues.agentsActive(routing)).isEqualTo(AgentsActive.NONE);
  }

  @Test
  void knowsWhoWaitsInWhateverOrderTheNewsCome() {
    queued(call("1", "A", 1, START));
    queued(call("2", "A", 1, START + SECOND));
    assertThat(waiting()).containsExactly("1", "2");
    answered("1", START + 2 * SECOND);
    assertThat(waiting()).containsExactly("2");
    assertThat(queues.queued(call("1", "A", 1, START), routing, CLOCK)).isEmpty();
    answered("3", START + 5 * SECOND);
    assertThat(queues.queued(call("3", "A", 1, START + 4 * SECOND), routing, CLOCK)).isEmpty();
    assertThat(waiting()).containsExactly("2");
    assertThat(state().queued()).isEqualTo(2);
    assertThat(state().answered()).isEqualTo(1);
  }

  @Test
  void countsACallOnceHoweverOftenItIsToldOf() {
    queued(call("1", "A", 1, START));
    queued(call("1", "B", 40, START));
    assertThat(waiting()).containsExactly("1");
    assertThat(queues.find("1").orElseThrow().tier()).isEqualTo("B");
    assertThat(state().queued()).isEqualTo(1);
  }

  @Test
  void letsATransferredCallWaitInItsNewQueueOnly() {
    queued(call("1", "A", 1, START));
    queues.left("1", Act.TRANSFERRED, START + SECOND, routing, CLOCK);
    queued(in("service", "1", "A", 1, START + 2 * SECOND));
    assertThat(queues.find("1").orElseThrow().queue()).isEqualTo("service");
    assertThat(waiting()).containsExactly("1");
    assertThat(queues.left("1", Act.ABANDONED, START + SECOND, routing, CLOCK)).isEmpty();
    assertThat(queues.left("1", Act.ABANDONED, START + 9 * SECOND, routing, CLOCK)).isPresent();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void forgetsCallsOfWhichNobodySaidWhatBecame() {
    queued(call("1", "A", 1, START));
    queued(call("2", "A", 1, START + HOUR));
    queues.advance(START + 4 * HOUR + SECOND, CLOCK);
    assertThat(queues.expire()).extracting(RoutingDecision::callId).containsExactly("1");
    assertThat(waiting()).containsExactly("2");
    assertThat(queues.queued(call("3", "A", 1, START), routing, CLOCK)).isEmpty();
  }

  @Test
  void keepsNoMoreCallsThanACentreCanHave() {
    for (int call = 0; call < 20_003; call++) {
      queued(call("c" + call, "C", 1, START + call));
    }
    assertThat(queues.expire())
        .extracting(RoutingDecision::callId)
        .containsExactly("c0", "c1", "c2");
    assertThat(waiting()).hasSize(20_000);
  }

  private void count(CallMark.Kind kind, long at, String agentId) {
    queues.count(List.of(new CallMark("sales", at, kind, agentId, 1)), CLOCK);
  }

  private List<String> names() {
    return queues.memories().stream().map(CallQueue.Memory::name).toList();
  }

  @Test
  void forgetsAQueueOnceNothingOfItIsShownAnyMoreAndTakesItUpWithTheNextCall() {
    queued(in("own", "1", "A", 1, START));
    queues.count(List.of(new CallMark("own", START, CallMark.Kind.QUEUED, null, 1)), CLOCK);
    queued(call("2", "A", 1, START));
    queues.advance(START + QuarterHours.KEPT_MILLIS, CLOCK);
    assertThat(queues.forget(routing)).isEmpty();
    queues.left("1", Act.ANSWERED, START + SECOND, routing, CLOCK);
    queues.advance(START + QuarterHours.KEPT_MILLIS + SECOND, CLOCK);
    assertThat(queues.forget(routing)).isEmpty();
    queues.advance(START + QuarterHours.KEPT_MILLIS + SECOND + 1, CLOCK);
    assertThat(queues.forget(routing)).containsExactly("own");
    assertThat(names()).containsExactly("sales");
    assertThat(queues.expire()).hasSize(1);
    assertThat(queues.forget(routing)).containsExactly("sales");
    assertThat(names()).isEmpty();
    queued(in("own", "3", "A", 1, START + 30 * HOUR));
    assertThat(queues.forget(routing)).isEmpty();
    assertThat(names()).containsExactly("own");
    assertThat(state().queued()).isEqualTo(1);
  }

  @Test
  void forgetsNoQueueThatHasCountedLately() {
    queues.advance(START, CLOCK);
    count(CallMark.Kind.QUEUED, START, null);
    queues.advance(START + QuarterHours.KEPT_MILLIS, CLOCK);
    assertThat(queues.forget(routing)).isEmpty();
    queues.advance(START + QuarterHours.KEPT_MILLIS + 1, CLOCK);
    count(CallMark.Kind.ANSWERED_LATER, START + QuarterHours.KEPT_MILLIS, "eve");
    assertThat(queues.forget(routing)).isEmpty();
    queues.advance(START + QuarterHours.KEPT_MILLIS + 2 * HOUR, CLOCK);
    assertThat(queues.forget(routing)).containsExactly("sales");
  }

  @Test
  void goesOnFromItsMemory() {
    for (int call = 0; call < 30; call++) {
      queued(call("c" + call, "C", 1, START + call * SECOND));
    }
    answered("c0", START + 30 * SECOND);
    count(CallMark.Kind.ANSWERED_LATER, START + 30 * SECOND, "eve");
    count(CallMark.Kind.QUEUED, START, null);
    var before = state();
    var again = new CallQueues();
    queues.memories().forEach(again::restore);
    assertThat(again.states(routing)).containsExactly(before);
    assertThat(again.find("c29").orElseThrow().rate()).isCloseTo(1, within(1e-9));
    assertThat(again.left("c29", Act.ENDED, START + 31 * SECOND, routing, CLOCK)).isPresent();
  }

  @Test
  void oneCallWhoseClockIsAheadMakesNoOtherOneTooOld() {
    queues.queued(call("1", "A", 1, START), routing, START);
    queues.queued(call("ahead", "A", 1, START + 20 * HOUR), routing, START + SECOND);
    assertThat(queues.left("ahead", Act.ANSWERED, START + 21 * HOUR, routing, START + SECOND))
        .isPresent();
    queues.left("unheard-of", Act.ANSWERED, START + 22 * HOUR, routing, START + SECOND);
    assertThat(queues.expire()).isEmpty();
    assertThat(queues.queued(call("2", "A", 1, START), routing, START + SECOND)).isPresent();
    assertThat(state().asOf()).isEqualTo(START + SECOND);
    assertThat(state().answered()).isEqualTo(1);
    queues.advance(START + 9 * HOUR, START + 2 * SECOND);
    assertThat(queues.expire()).isEmpty();
  }

  @Test
  void goesBackToTheClockFromAMemoryThatLiesAhead() {
    queues.queued(call("1", "A", 1, START), routing, CLOCK);
    queues.queued(call("ahead", "A", 1, START + 20 * HOUR), routing, CLOCK);
    var again = new CallQueues();
    queues.memories().forEach(again::restore);
    assertThat(again.queued(call("2", "A", 1, START), routing, START)).isPresent();
    assertThat(again.expire()).isEmpty();
    assertThat(again.find("1")).isPresent();
  }

  @Test
  void tellsWhereACallWaitedThatIsQueuedElsewhere() {
    queued(call("1", "A", 1, START));
    var moved = queues.queued(in("service", "1", "A", 1, START + SECOND), routing, CLOCK);
    assertThat(moved.orElseThrow().before().queue()).isEqualTo("sales");
    assertThat(moved.orElseThrow().decision().queue()).isEqualTo("service");
    assertThat(waiting()).containsExactly("1");
  }
}
