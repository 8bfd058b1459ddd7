package io.campaignpulse.routing.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.views.QuarterHour;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.ServiceCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts of calls in their queues: service level, who answers, arrivals. */
class CallCountsTest {
  private static final long SECOND = 1_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long START = 400_000 * HOUR;

  /** Much later: to what happened in the past the clock sets no bounds. */
  private static final long CLOCK = 500_000 * HOUR;

  private final CallQueues queues = new CallQueues();
  private final Routing routing =
      new Routing(RoutingRules.newBuilder().setRulesId("CURRENT").setQueues(List.of()).build());

  private QueueState state() {
    return queues.states(routing).get(0);
  }

  private void count(CallMark.Kind kind, long at, String agentId) {
    queues.count(List.of(new CallMark("sales", at, kind, agentId, 1)), CLOCK);
  }

  @Test
  void countsHowTheCallsOfTheLastHourHadWaited() {
    queues.advance(START, CLOCK);
    assertThat(queues.states(routing)).isEmpty();
    count(CallMark.Kind.ANSWERED_IN_TIME, START, "eve");
    count(CallMark.Kind.ANSWERED_LATER, START - SECOND, "ida");
    count(CallMark.Kind.ABANDONED_EARLY, START, null);
    count(CallMark.Kind.ABANDONED_LATER, START, null);
    assertThat(state().service()).isEqualTo(new ServiceCounts(3_600, 1, 2, 1, 2));
    assertThat(state().service().level()).hasValue(1.0 / 3);
    assertThat(state().agentsActive()).isEqualTo(2);
    count(CallMark.Kind.ANSWERED_IN_TIME, START - 2 * HOUR, "old");
    assertThat(state().service().answered()).isEqualTo(2);
    queues.advance(START + 20 * 60 * SECOND, CLOCK);
    assertThat(state().service().answered()).isEqualTo(2);
    assertThat(state().agentsActive()).isZero();
    queues.advance(START + 2 * HOUR, CLOCK);
    assertThat(state().service().level()).isEmpty();
  }

  @Test
  void countsArrivalsByQuarterOfAnHourAndTellsThoseOfADayBefore() {
    long quarter = 900 * SECOND;
    long day = 24 * HOUR;
    queues.advance(START, CLOCK);
    count(CallMark.Kind.QUEUED, START, null);
    count(CallMark.Kind.QUEUED, START + 1, null);
    assertThat(state().arrivals()).containsExactly(new QuarterHour(START, 2, null));
    queues.advance(START + day + 2 * quarter, CLOCK);
    count(CallMark.Kind.QUEUED, START + day + quarter - 1, null);
    count(CallMark.Kind.QUEUED, START + day + quarter, null);
    var last = state().arrivals();
    assertThat(last).hasSize(QuarterHour.SHOWN);
    assertThat(last.get(4)).isEqualTo(new QuarterHour(START + day - quarter, 0, null));
    assertThat(last.subList(5, 8))
        .containsExactly(
            new QuarterHour(START + day, 1, 2L),
            new QuarterHour(START + day + quarter, 1, 0L),
            new QuarterHour(START + day + 2 * quarter, 0, 0L));
    assertThat(state().service().due()).isZero();
    queues.advance(START + 3 * day, CLOCK);
    assertThat(state().arrivals()).isEmpty();
  }

  @Test
  void takesBackWhatDoesNotCountAfterAll() {
    queues.advance(START, CLOCK);
    var mark = new CallMark("sales", START, CallMark.Kind.ANSWERED_IN_TIME, "eve", 1);
    queues.count(List.of(mark, mark.not()), CLOCK);
    assertThat(state().service().due()).isZero();
  }

  @Test
  void anAgentWhoseClockIsAheadIsNotAtWorkForAllThatTime() {
    queues.advance(START, START);
    queues.count(
        List.of(new CallMark("sales", START + 9 * HOUR, CallMark.Kind.ANSWERED_LATER, "eve", 1)),
        START);
    queues.advance(START + HOUR, START + HOUR);
    assertThat(state().agentsActive()).isZero();
  }
}
