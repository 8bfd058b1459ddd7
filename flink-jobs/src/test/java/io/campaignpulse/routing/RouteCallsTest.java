package io.campaignpulse.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.QueueRule;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.routing.core.AskedCall;
import io.campaignpulse.routing.core.CallMark;
import io.campaignpulse.routing.core.CallMark.Kind;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ViewWrite;
import java.util.List;
import java.util.Set;
import org.apache.flink.streaming.api.operators.co.CoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteCallsTest {
  private static final long NOW = 1_800_000_000_000L;
  private static final Command TICK = Command.tick(NOW);

  private TwoInputStreamOperatorTestHarness<CallNews, RoutingNotice, RoutingDecision> harness;

  @BeforeEach
  void open() throws Exception {
    Progressing.caughtUp = true;
    harness = harness();
    harness.open();
    harness.setProcessingTime(NOW);
  }

  private static TwoInputStreamOperatorTestHarness<CallNews, RoutingNotice, RoutingDecision>
      harness() throws Exception {
    return new TwoInputStreamOperatorTestHarness<>(
        new CoProcessOperator<>(new RouteCalls(new Progressing())));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void restart() throws Exception {
    var snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    harness.setProcessingTime(NOW);
  }

  private void queued(String callId, long at) throws Exception {
    queued("sales", callId, at);
  }

  private void queued(String queue, String callId, long at) throws Exception {
    queued(queue, callId, at, null);
  }

  private void queued(String queue, String callId, long at, String lastAgentId) throws Exception {
    var asked = AskedCall.of(queue, callId, at).servedBy(lastAgentId).decision();
    harness.processElement1(CallNews.waits(asked, List.of()), 0);
  }

  private void left(String callId, Act became, long at) throws Exception {
    left(callId, became, at, List.of());
  }

  private void left(String callId, Act became, long at, List<CallMark> marks) throws Exception {
    harness.processElement1(new CallNews(callId, "sales", at, became, null, marks), 0);
  }

  private static CallMark mark(Kind kind, long at, String agentId) {
    return new CallMark("sales", at, kind, agentId, 1);
  }

  private String state() {
    var states = served().stream().filter(view -> view.key().equals(RedisKeys.QUEUES)).toList();
    return states.get(states.size() - 1).json();
  }

  private void tell(Command command) throws Exception {
    harness.processElement2(RoutingNotice.of(command), 0);
  }

  private List<RoutingDecision> decided() {
    return harness.extractOutputValues();
  }

  private List<ViewWrite> views() {
    var records = harness.getSideOutput(RouteCalls.VIEWS);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  /** Of the queues, that is. */
  private List<ViewWrite> served() {
    var others = Set.of(RedisKeys.DECISIONS, RedisKeys.AGENTS);
    return views().stream().filter(view -> !others.contains(view.key())).toList();
  }

  private List<String> agents() {
    return views().stream()
        .filter(view -> view.key().equals(RedisKeys.AGENTS))
        .map(ViewWrite::json)
        .toList();
  }

  private List<String> lastDecided() {
    return views().stream()
        .filter(view -> view.key().equals(RedisKeys.DECISIONS))
        .map(ViewWrite::json)
        .toList();
  }

  private static ViewWrite gone(String callId) {
    return ViewWrite.gone(RedisKeys.queue("sales"), callId);
  }

  private static ViewWrite claimGone(String callId, long queuedAt) {
    return ViewWrite.gone(RedisKeys.claim(callId, queuedAt));
  }

  @Test
  void decidesAndServesAtOnceAndTakesTheCallAwayBeforeTheClaimToIt() throws Exception {
    queued("c", NOW - 5);
    assertThat(decided()).hasSize(1);
    assertThat(decided().get(0).rate()).isEqualTo(2.5);
    assertThat(served()).hasSize(1);
    assertThat(served().get(0).key()).isEqualTo(RedisKeys.queue("sales"));
    assertThat(served().get(0).field()).isEqualTo("c");
    left("c", Act.ANSWERED, NOW);
    assertThat(served().subList(1, 3)).containsExactly(gone("c"), claimGone("c", NOW - 5));
    left("c", Act.ENDED, NOW);
    assertThat(served()).hasSize(3);
  }

  @Test
  void servesTheStateOfQueuesAtATickWhenItIsAnother() throws Exception {
    tell(TICK);
    queued("c", NOW);
    tell(TICK);
    assertThat(served().get(1).key()).isEqualTo(RedisKeys.QUEUES);
    assertThat(served().get(1).field()).isEqualTo("sales");
    assertThat(served().get(1).json()).contains("\"mode\":\"ACCUMULATING\"", "\"queued\":1");
    tell(Command.tick(NOW + 1));
    assertThat(served()).hasSize(2);
    left("c", Act.ANSWERED, NOW + 2);
    tell(Command.tick(NOW + 3));
    assertThat(served().get(4).json()).contains("\"answered\":1");
  }

  @Test
  void servesCallsOfThePastOnlyIfTheyStillWait() throws Exception {
    tell(TICK);
    queued("c", NOW - 100_000);
    queued("d", NOW - 100_000);
    left("c", Act.ANSWERED, NOW - 90_000);
    assertThat(decided()).hasSize(2);
    assertThat(served()).isEmpty();
    tell(TICK);
    assertThat(served().get(0).field()).isEqualTo("d");
    left("d", Act.ANSWERED, NOW - 80_000);
    assertThat(served()).contains(gone("d")).doesNotContain(gone("c"));
  }

  @Test
  void servesNothingBeforeItHasCaughtUpAndThenWhatWaits() throws Exception {
    Progressing.caughtUp = false;
    queued("c", NOW);
    queued("d", NOW);
    left("c", Act.ANSWERED, NOW);
    tell(TICK);
    assertThat(decided()).hasSize(2);
    assertThat(served()).isEmpty();
    Progressing.caughtUp = true;
    tell(TICK);
    assertThat(served().get(0)).isEqualTo(ViewWrite.gone(RedisKeys.queue("sales")));
    assertThat(served().get(1).field()).isEqualTo("d");
  }

  @Test
  void servesEverythingAgainOnCommandAndAfterARestart() throws Exception {
    queued("c", NOW);
    tell(TICK);
    var once = served().size();
    tell(new Command(Command.REBUILD));
    assertThat(served()).hasSize(once + 3);
    restart();
    tell(TICK);
    assertThat(served()).extracting(ViewWrite::field).containsExactly(null, "c", "sales");
    left("c", Act.ANSWERED, NOW);
    assertThat(served()).contains(gone("c"));
  }

  @Test
  void takesUpRulesWithoutARestartAndKeepsThem() throws Exception {
    var rules = RoutingRules.newBuilder().setRulesId(ReferenceKind.CURRENT).setMostRate(9).build();
    tell(rules);
    queued("c", NOW);
    assertThat(decided().get(0).rate()).isEqualTo(5);
    restart();
    queued("d", NOW);
    assertThat(decided().get(0).rate()).isEqualTo(5);
  }

  private void tell(RoutingRules rules) throws Exception {
    var kind = ReferenceKind.ROUTING_RULES;
    harness.processElement2(
        RoutingNotice.of(new Setting(kind.topic(), kind.codec().encode(rules))), 0);
  }

  @Test
  void suggestsTheAgentWhoServedTheCallerLastIfThatAgentAnswersCalls() throws Exception {
    var own = new QueueRule("agent-{lastAgentId}", List.of(), List.of(), List.of(), List.of());
    var team = new QueueRule("team", List.of(), List.of(), List.of(), List.of("eve", "ida"));
    tell(RoutingRules.newBuilder().setRulesId("CURRENT").setQueues(List.of(own, team)).build());
    left("a", Act.ANSWERED, NOW, List.of(mark(Kind.ANSWERED_LATER, NOW, "eve")));
    queued("sales", "b", NOW, "eve");
    queued("sales", "c", NOW, "ida");
    queued("sales", "d", NOW, "bob");
    assertThat(decided())
        .extracting(RoutingDecision::suggestedQueue)
        .containsExactly("agent-eve", "team", "sales");
    restart();
    queued("sales", "e", NOW, "eve");
    assertThat(decided().get(0).suggestedQueue()).isEqualTo("agent-eve");
  }

  @Test
  void servesWhoAnswersCallsWhenOthersDoAndAnewAfterARestart() throws Exception {
    tell(TICK);
    assertThat(agents()).containsExactly("{\"agentIds\":[]}");
    left("a", Act.ANSWERED, NOW, List.of(mark(Kind.ANSWERED_LATER, NOW, "eve")));
    tell(TICK);
    tell(TICK);
    assertThat(agents().subList(1, agents().size())).containsExactly("{\"agentIds\":[\"eve\"]}");
    restart();
    tell(TICK);
    assertThat(agents()).containsExactly("{\"agentIds\":[\"eve\"]}");
    tell(new Command(Command.REBUILD));
    assertThat(agents()).hasSize(2);
    harness.setProcessingTime(NOW + 1_000_000);
    tell(Command.tick(NOW + 1_000_000));
    assertThat(agents().get(2)).isEqualTo("{\"agentIds\":[]}");
  }

  @Test
  void takesACallAwayThatIsQueuedElsewhere() throws Exception {
    queued("c", NOW - 5);
    queued("service", "c", NOW - 1);
    assertThat(served()).contains(gone("c"));
    assertThat(served().get(served().size() - 1).key()).isEqualTo(RedisKeys.queue("service"));
    left("c", Act.ANSWERED, NOW);
    assertThat(served()).contains(ViewWrite.gone(RedisKeys.queue("service"), "c"));
  }

  @Test
  void takesTheClaimAwayOfACallThatIsQueuedAnewAndNotOfOneThatIsDecidedOnAgain() throws Exception {
    queued("c", NOW - 5);
    queued("c", NOW - 5);
    assertThat(served()).doesNotContain(claimGone("c", NOW - 5));
    queued("c", NOW - 1);
    assertThat(served()).contains(claimGone("c", NOW - 5)).doesNotContain(gone("c"));
    left("c", Act.ANSWERED, NOW);
    assertThat(served()).contains(gone("c"), claimGone("c", NOW - 1));
  }

  @Test
  void takesACallAwayThatWasDecidedOnAgainAfterAWhile() throws Exception {
    queued("c", NOW);
    harness.setProcessingTime(NOW + 100_000);
    queued("c", NOW);
    left("c", Act.ANSWERED, NOW + 100_000);
    assertThat(served()).contains(gone("c"));
  }

  @Test
  void takesACallAwayThatWasOfThePastUntilItWasQueuedAnew() throws Exception {
    queued("c", NOW - 100_000);
    queued("service", "c", NOW);
    assertThat(served()).extracting(ViewWrite::key).containsExactly(RedisKeys.queue("service"));
    left("c", Act.ANSWERED, NOW);
    assertThat(served()).contains(ViewWrite.gone(RedisKeys.queue("service"), "c"));
  }

  @Test
  void servesHowCallsHadWaitedAlsoAfterARestart() throws Exception {
    queued("c", NOW - 30_000);
    left("c", Act.ANSWERED, NOW, List.of(mark(Kind.ANSWERED_LATER, NOW, "eve")));
    harness.processElement1(
        new CallNews("d", "sales", NOW, null, null, List.of(mark(Kind.ABANDONED_EARLY, NOW, null))),
        0);
    tell(TICK);
    var counts = "\"answeredWithin\":0,\"answered\":1,\"abandonedWithin\":1,\"abandoned\":1}";
    assertThat(state()).contains(counts, "\"agentsActive\":1");
    restart();
    tell(TICK);
    assertThat(state()).contains(counts, "\"agentsActive\":1");
  }

  @Test
  void takesAQueueAwayThatIsOverUntilACallComesToIt() throws Exception {
    queued("c", NOW);
    left("c", Act.ANSWERED, NOW);
    tell(TICK);
    var later = NOW + 48 * 3_600_000;
    harness.setProcessingTime(later);
    tell(Command.tick(later));
    var gone = ViewWrite.gone(RedisKeys.QUEUES, "sales");
    assertThat(served().get(served().size() - 1)).isEqualTo(gone);
    tell(Command.tick(later + 1));
    assertThat(served()).containsOnlyOnce(gone);
    restart();
    tell(Command.tick(later));
    assertThat(served()).isEmpty();
    queued("d", NOW);
    tell(Command.tick(NOW));
    assertThat(state()).contains("\"queued\":1");
  }

  @Test
  void servesTheLastDecisionsAtATickIfThereAreNewOnesAndKeepsThem() throws Exception {
    tell(TICK);
    queued("c", NOW - 5);
    queued("d", NOW - 4);
    queued("ahead", NOW + 3_600_000);
    left("c", Act.ANSWERED, NOW);
    assertThat(lastDecided()).isEmpty();
    tell(TICK);
    tell(TICK);
    assertThat(lastDecided()).hasSize(1);
    assertThat(lastDecided().get(0))
        .containsSubsequence("\"callId\":\"d\"", "\"callId\":\"c\"")
        .doesNotContain("ahead");
    restart();
    tell(TICK);
    assertThat(lastDecided()).hasSize(1).allMatch(json -> json.contains("\"callId\":\"c\""));
  }

  @Test
  void keepsCallsThatWaitWhereAnotherOneIsAheadOfTheClock() throws Exception {
    queued("c", NOW);
    queued("ahead", NOW + 20 * 3_600_000);
    tell(TICK);
    assertThat(served()).doesNotContain(gone("c"));
    restart();
    tell(new Command(Command.REBUILD));
    assertThat(served()).extracting(ViewWrite::field).contains("c", "ahead");
  }
}
