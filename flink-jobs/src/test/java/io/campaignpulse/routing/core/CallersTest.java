package io.campaignpulse.routing.core;

import static io.campaignpulse.response.core.Fixtures.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.CallReason;
import io.campaignpulse.events.priority.PriorityScore;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Fixtures;
import io.campaignpulse.routing.core.Callers.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallersTest {
  private static final long MINUTE = 60_000;

  private static Touch queued(String eventId, long at) {
    return Fixtures.served(
        Fixtures.interaction(eventId, Touch.Kind.CALL, at, "call", null, 0), "sales", null);
  }

  private static Touch became(String eventId, Act act, long at, String agent) {
    var outcome = Fixtures.interaction(eventId, Touch.Kind.OUTCOME, at, "call", null, 0);
    return Fixtures.served(Fixtures.acting(outcome, act), "sales", agent);
  }

  private static Page page(Touch... touches) {
    var page = new Page();
    List.of(touches).forEach(page::add);
    return page;
  }

  @Test
  void aCallWaitsUntilSomethingBecomesOfIt() {
    var call = queued("q", START);
    assertThat(Callers.waits(call, page(call))).isTrue();
    assertThat(Callers.waits(call, page(call, became("a", Act.ANSWERED, START, "eve")))).isFalse();
    var again = queued("again", START + MINUTE);
    var passedOn = became("t", Act.TRANSFERRED, START + MINUTE / 2, "eve");
    assertThat(Callers.waits(again, page(call, passedOn, again))).isTrue();
  }

  private static Caller caller(String customer, Signals signals, boolean answersCampaign) {
    var score = new PriorityScore(12.5, List.of());
    return new Caller(customer, score, signals, null, true, "ko", "eve", answersCampaign, null);
  }

  private static CallReason reason(Signals signals, boolean answersCampaign) {
    return Callers.ask(queued("q", START), caller("anna", signals, answersCampaign)).callReason();
  }

  @Test
  void tellsWhyTheyProbablyCall() {
    var cart = new Signals(null, START - 29 * MINUTE, null, null, null, List.of());
    var oldCart = new Signals(null, START - 31 * MINUTE, null, null, null, List.of());
    var complaint = new Signals(null, START, null, null, START - 60 * MINUTE, List.of());
    assertThat(reason(complaint, true)).isEqualTo(CallReason.COMPLAINT);
    assertThat(reason(cart, true)).isEqualTo(CallReason.CAMPAIGN);
    assertThat(reason(cart, false)).isEqualTo(CallReason.CART);
    assertThat(reason(oldCart, false)).isEqualTo(CallReason.OTHER);
  }

  @Test
  void asksForKnownCustomersByTheirIdAndForOthersByTheirIdentity() {
    var known = Callers.ask(queued("q", START), caller("anna", Signals.NONE, false));
    assertThat(known.customerId()).isEqualTo("anna");
    assertThat(known.identity()).isNull();
    assertThat(known.tier()).isEqualTo("C");
    assertThat(known.queue()).isEqualTo("sales");
    assertThat(known.queuedAt()).isEqualTo(START);
    var unknown = Callers.ask(queued("q", START), caller("phone:+1", Signals.NONE, false));
    assertThat(unknown.customerId()).isNull();
    assertThat(unknown.identity()).isEqualTo("phone:+1");
  }

  @Test
  void givesTheSameEventTheSameDecisionId() {
    var one = Callers.ask(queued("q", START), caller("phone:+1", Signals.NONE, false));
    var other = Callers.ask(queued("q", START), caller("anna", Signals.NONE, true));
    var another = Callers.ask(queued("r", START), caller("anna", Signals.NONE, true));
    assertThat(one.decisionId()).isEqualTo(other.decisionId());
    assertThat(one.decisionId()).isNotEqualTo(another.decisionId());
  }
}
