package io.campaignpulse.routing.core;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.acting;
import static io.campaignpulse.response.core.Fixtures.contact;
import static io.campaignpulse.response.core.Fixtures.interaction;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerActivity.Recent;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.Fixtures;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ActivityTest {
  private static final long MINUTE = 60_000;

  private static CustomerActivity of(Touch... touches) {
    return Activity.of("anna", List.of(touches), List.of());
  }

  private static Signals signals(Touch... touches) {
    return of(touches).signals();
  }

  private static Touch visit(long minute, String visitId, Act act) {
    return acting(
        interaction("v" + minute, Touch.Kind.VISIT, START + minute * MINUTE, visitId, null, 0),
        act);
  }

  private static Touch call(long minute, String callId) {
    return interaction("q" + minute, Touch.Kind.CALL, START + minute * MINUTE, callId, null, 0);
  }

  private static Touch outcome(long minute, String callId, Act act) {
    return acting(
        interaction("e" + minute, Touch.Kind.OUTCOME, START + minute * MINUTE, callId, null, 0),
        act);
  }

  private static long at(long minute) {
    return START + minute * MINUTE;
  }

  @Test
  void listsTheLastTenInteractionsOverAllChannelsNewestFirst() {
    var touches =
        LongStream.range(0, 14)
            .mapToObj(day -> order("e" + day, START + day * DAY, "o" + day, day))
            .toList();
    var recent = Activity.of("anna", touches, List.of()).recent();
    assertThat(recent).hasSize(10);
    assertThat(recent.get(0)).isEqualTo(new Recent(START + 13 * DAY, "ORDER", null, null, 13L));
    assertThat(recent.get(9).amountMinor()).isEqualTo(4);
  }

  @Test
  void countsAWebVisitAsOneAndNamesTheMostTellingThatWasDone() {
    var recent =
        of(
                visit(0, "s", Act.PAGE_VIEW),
                visit(1, "s", Act.ADD_TO_CART),
                call(2, "c"),
                visit(3, "s", Act.PRODUCT_VIEW))
            .recent();
    assertThat(recent)
        .containsExactly(
            new Recent(at(3), "VISIT", Act.ADD_TO_CART, null, null),
            new Recent(at(2), "CALL", null, null, null));
  }

  @Test
  void knowsACallByWhatBecameOfItAndPassesOverContacts() {
    var recent =
        of(
                contact("k", "K", START),
                call(0, "c"),
                order("o", at(1), "o", 500),
                outcome(2, "c", Act.COMPLAINT),
                refund("r", at(3), "o", 500))
            .recent();
    assertThat(recent)
        .containsExactly(
            new Recent(at(3), "RETURN", null, null, 500L),
            new Recent(at(1), "ORDER", null, null, 500L),
            new Recent(at(0), "CALL", Act.COMPLAINT, null, null));
  }

  @Test
  void aCartIsLeftUntilAnOrderFollows() {
    assertThat(signals(visit(0, "s", Act.ADD_TO_CART)).cartAt()).isEqualTo(at(0));
    assertThat(signals(visit(0, "s", Act.ADD_TO_CART), order("o", at(1), "o", 1)).cartAt())
        .isNull();
    assertThat(signals(visit(0, "s", Act.CHECKOUT_STARTED)).cartAt()).isEqualTo(at(0));
    assertThat(signals(visit(0, "s", Act.PRODUCT_VIEW)).productViewAt()).isEqualTo(at(0));
    assertThat(signals(visit(0, "s", Act.PAGE_VIEW))).isEqualTo(Signals.NONE);
  }

  @Test
  void theCallThatIsGoingOnIsNoEarlierCall() {
    assertThat(signals(call(0, "a")).callAt()).isNull();
    assertThat(signals(call(0, "a"), outcome(3, "a", Act.ENDED)).callAt()).isEqualTo(at(0));
    assertThat(signals(call(0, "a"), outcome(3, "a", Act.ENDED), call(9, "b")).callAt())
        .isEqualTo(at(0));
    assertThat(signals(call(0, "a"), call(9, "b")).callAt()).isEqualTo(at(0));
  }

  @Test
  void aCallThatWasGivenUpCountsUntilOneIsAnswered() {
    assertThat(signals(call(0, "a"), outcome(1, "a", Act.ABANDONED)).abandonedAt())
        .isEqualTo(at(1));
    assertThat(
            signals(
                    call(0, "a"),
                    outcome(1, "a", Act.ABANDONED),
                    call(2, "b"),
                    outcome(3, "b", Act.ENQUIRY))
                .abandonedAt())
        .isNull();
  }

  @Test
  void aComplaintIsOpenUntilAServiceCallEnds() {
    var letter = acting(interaction("l", Touch.Kind.OTHER, at(0), "l", null, 0), Act.COMPLAINT);
    assertThat(signals(letter).complaintAt()).isEqualTo(at(0));
    assertThat(signals(call(0, "a"), outcome(1, "a", Act.COMPLAINT)).complaintAt())
        .isEqualTo(at(1));
    assertThat(signals(letter, outcome(2, "b", Act.ENQUIRY)).complaintAt()).isEqualTo(at(0));
    assertThat(signals(letter, outcome(2, "b", Act.SERVICE)).complaintAt()).isNull();
  }

  @Test
  void takesAnAnsweredCallForOneThatGoesOn() {
    assertThat(signals(call(1, "a"), outcome(2, "a", Act.ANSWERED)).callAt()).isNull();
    assertThat(of(call(1, "a"), outcome(2, "a", Act.ANSWERED)).recent().get(0).act())
        .isEqualTo(Act.ANSWERED);
    var ended = of(call(1, "a"), outcome(2, "a", Act.ANSWERED), outcome(9, "a", Act.ENQUIRY));
    assertThat(ended.signals().callAt()).isEqualTo(at(1));
    assertThat(ended.recent().get(0).act()).isEqualTo(Act.ENQUIRY);
  }

  @Test
  void forgetsACallThatWasGivenUpOnceAnotherIsAnswered() {
    var givenUp = outcome(2, "a", Act.ABANDONED);
    assertThat(signals(call(1, "a"), givenUp, call(3, "b")).abandonedAt()).isEqualTo(at(2));
    assertThat(
            signals(call(1, "a"), givenUp, call(3, "b"), outcome(4, "b", Act.ANSWERED))
                .abandonedAt())
        .isNull();
  }

  @Test
  void knowsWhoSoldOrSolvedSomethingLast() {
    var solved = served(outcome(0, "c", Act.SERVICE), "eve");
    var asked = served(outcome(1, "d", Act.ENQUIRY), "bob");
    assertThat(of(solved, asked).lastAgentId()).isEqualTo("eve");
    var order = order("o", at(2), "o", 100);
    assertThat(of(solved, asked, order).lastAgentId()).isEqualTo("eve");
    assertThat(of(solved, asked, served(order, "ida")).lastAgentId()).isEqualTo("ida");
    var sold = served(outcome(3, "d", Act.ORDER), "bob");
    assertThat(of(solved, served(order, "ida"), sold).lastAgentId()).isEqualTo("bob");
    assertThat(of(asked).lastAgentId()).isNull();
  }

  private static Touch served(Touch touch, String agentId) {
    return Fixtures.served(touch, null, agentId);
  }
}
