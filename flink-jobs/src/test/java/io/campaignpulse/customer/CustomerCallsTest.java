package io.campaignpulse.customer;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.acting;
import static io.campaignpulse.response.core.Fixtures.campaign;
import static io.campaignpulse.response.core.Fixtures.interaction;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.served;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.CallReason;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.priority.PriorityScore.Kind;
import io.campaignpulse.events.priority.PriorityScore.Reason;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.routing.CallNews;
import io.campaignpulse.routing.core.CallMark;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerCallsTest {
  private CustomerHarness harness;

  @BeforeEach
  void open() throws Exception {
    harness = new CustomerHarness();
    harness.clock(START + 2 * DAY);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static Touch queued(String callId, long at) {
    return served(interaction("q" + callId, Touch.Kind.CALL, at, callId, null, 0), "sales", null);
  }

  private static Touch became(String callId, Act act, long at) {
    var outcome = interaction(act + callId, Touch.Kind.OUTCOME, at, callId, null, 0);
    return served(acting(outcome, act), "sales", "eve");
  }

  private List<CallNews> news() {
    return harness.side(Outputs.CALLS);
  }

  @Test
  void asksForACallerWithAllThatIsKnownOfThem() throws Exception {
    harness.define(campaign("K"));
    harness.post(Posting.profile("anna", Profile.of("families", "ko")));
    harness.enter("anna", served(order("o", START, "o", 10_000), null, "ida"));
    harness.hear(
        new CustomerNotice.Ranked(new ValueRanks(0, 10, 1, 90, 50, new double[] {90, 110})));
    var cart = acting(visit("v", START + DAY - 60_000), Act.ADD_TO_CART);
    harness.enter("anna", cart);
    harness.enter("anna", queued("c", START + DAY));
    var asked = news().get(0).asked();
    assertThat(asked.customerId()).isEqualTo("anna");
    assertThat(asked.tier()).isEqualTo("A");
    assertThat(asked.isNew()).isFalse();
    assertThat(asked.language()).isEqualTo("ko");
    assertThat(asked.lastAgentId()).isEqualTo("ida");
    assertThat(asked.callReason()).isEqualTo(CallReason.CART);
    assertThat(asked.reasons())
        .containsExactly(new Reason(Kind.VALUE, 47.5), new Reason(Kind.ABANDONED_CART, 11.6));
    assertThat(asked.score()).isEqualTo(59.1);
  }

  @Test
  void knowsTheTierOfACallerWhoseSalesOfThePastNoPassHasSeenYet() throws Exception {
    harness.hear(
        new CustomerNotice.Ranked(new ValueRanks(0, 10, 1, 90, 50, new double[] {90, 110})));
    harness.enter("anna", order("o", START, "o", 10_000));
    harness.enter("anna", queued("c", START + DAY));
    assertThat(news().get(0).asked().tier()).isEqualTo("A");
    assertThat(harness.values()).last().returns("A", CustomerValue::tier);
  }

  @Test
  void scoresByTheWeightsInUseAlsoAfterARestart() throws Exception {
    var weights =
        PriorityWeights.newBuilder().setWeightsId(ReferenceKind.CURRENT).setCart(20).build();
    harness.set(ReferenceKind.PRIORITY_WEIGHTS, weights);
    harness.restart();
    harness.enter("anna", acting(visit("v", START), Act.ADD_TO_CART));
    harness.enter("anna", queued("c", START));
    assertThat(news().get(0).asked().score()).isEqualTo(20);
  }

  @Test
  void tellsWhatBecomesOfACallAndAsksForNoneThatIsOver() throws Exception {
    harness.enter("anna", queued("c", START));
    harness.enter("anna", became("c", Act.ANSWERED, START + 1));
    var mark = new CallMark("sales", START + 1, CallMark.Kind.ANSWERED_IN_TIME, "eve", 1);
    assertThat(news().get(1))
        .isEqualTo(new CallNews("c", "sales", START + 1, Act.ANSWERED, null, List.of(mark)));
    harness.enter("anna", became("d", Act.ABANDONED, START + 9));
    harness.enter("anna", queued("d", START + 5));
    assertThat(news()).hasSize(4);
    assertThat(news().get(3).asked()).isNull();
    assertThat(news().get(3).became()).isNull();
  }

  @Test
  void countsACallOnceInWhateverOrderAndHoweverOftenItsEventsCome() throws Exception {
    var answered = became("c", Act.ANSWERED, START + 25_000);
    harness.enter("anna", answered);
    harness.enter("anna", queued("c", START));
    harness.enter("anna", queued("c", START));
    harness.enter("anna", answered);
    assertThat(marks())
        .containsExactly(
            new CallMark("sales", START + 25_000, CallMark.Kind.ANSWERED_LATER, "eve", 1));
  }

  @Test
  void countsACallOnceThatTurnsOutToBeSomebodyElses() throws Exception {
    var call = queued("c", START);
    var gaveUp = became("c", Act.ABANDONED, START + 3);
    harness.post(Posting.enter("phone:+1", call));
    harness.post(Posting.enter("phone:+1", gaveUp));
    for (var touch : List.of(call, gaveUp)) {
      harness.post(Posting.moveOut("phone:+1", touch));
      harness.post(Posting.moveIn("anna", touch));
    }
    assertThat(marks()).extracting(CallMark::sign).containsExactly(1, -1, 1);
  }

  private List<CallMark> marks() {
    return news().stream()
        .flatMap(told -> told.marks().stream())
        .filter(mark -> mark.kind() != CallMark.Kind.QUEUED)
        .toList();
  }

  @Test
  void asksAgainForACallerWhoTurnsOutToBeSomebodyElse() throws Exception {
    var call = queued("c", START);
    harness.post(Posting.enter("phone:+1", call));
    assertThat(news().get(0).asked().identity()).isEqualTo("phone:+1");
    assertThat(news().get(0).asked().score()).isEqualTo(25);
    harness.post(Posting.moveOut("phone:+1", call));
    harness.post(Posting.moveIn("anna", call));
    assertThat(news()).hasSize(3);
    assertThat(news()).flatExtracting(CallNews::marks).extracting("sign").containsExactly(1, -1, 1);
    assertThat(news().get(2).asked().customerId()).isEqualTo("anna");
    assertThat(news().get(2).asked().score()).isZero();
    assertThat(news().get(2).asked().decisionId()).isEqualTo(news().get(0).asked().decisionId());
  }

  @Test
  void scoresAStrangerByWhatTheyDid() throws Exception {
    harness.post(Posting.enter("phone:+1", queued("a", START)));
    harness.post(Posting.enter("phone:+1", became("a", Act.ABANDONED, START)));
    harness.post(Posting.enter("phone:+1", queued("b", START)));
    assertThat(news().get(2).asked().reasons())
        .containsExactly(
            new Reason(Kind.UNKNOWN_CALLER, 25),
            new Reason(Kind.REPEATED_CALL, 5),
            new Reason(Kind.ABANDONED_CALL, 5));
  }
}
