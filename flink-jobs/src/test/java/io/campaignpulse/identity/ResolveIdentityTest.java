package io.campaignpulse.identity;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.asking;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.identity.core.Links;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ViewWrite;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResolveIdentityTest {
  private static final String COOKIE = "visitor:c1";
  private static final Touch VISIT = asking(visit("v", START), List.of(COOKIE));

  private KeyedBroadcastOperatorTestHarness<String, IdentityMessage, Command, Posting> harness;

  @BeforeEach
  void open() throws Exception {
    Progressing.caughtUp = true;
    harness =
        ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
            new ResolveIdentity(Duration.ofDays(60), new Progressing()),
            IdentityMessage::identity,
            Types.STRING,
            new MapStateDescriptor<>("none", Types.VOID, Types.VOID));
    harness.processBroadcastWatermark(new Watermark(Long.MAX_VALUE));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void ask(Touch touch) throws Exception {
    for (int rank = 0; rank < touch.identities().size(); rank++) {
      harness.processElement(IdentityMessage.question(touch, rank), touch.at());
    }
  }

  private void link(String customer, long at) throws Exception {
    harness.processElement(IdentityMessage.link(COOKIE, customer, at), at);
  }

  @Test
  void givesAStrangersEventToTheIdentityAndMovesItWhenTheLinkComes() throws Exception {
    ask(VISIT);
    link("anna", START + DAY);
    assertThat(harness.extractOutputValues())
        .containsExactly(
            Posting.enter(COOKIE, VISIT),
            Posting.moveOut(COOKIE, VISIT),
            Posting.moveIn("anna", VISIT));
  }

  @Test
  void theLinkWithTheLatestEventTimeWinsWhicheverComesFirst() throws Exception {
    link("bert", START + 2 * DAY);
    link("anna", START + DAY);
    ask(VISIT);
    link("carl", START + 2 * DAY);
    assertThat(harness.extractOutputValues())
        .containsExactly(
            Posting.enter("bert", VISIT),
            Posting.moveOut("bert", VISIT),
            Posting.moveIn("carl", VISIT));
  }

  private int links() {
    var operator = (AbstractStreamOperator<?>) harness.getOperator();
    return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
  }

  private List<ViewWrite> served() {
    var records = harness.getSideOutput(ResolveIdentity.VIEWS);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  @Test
  void servesWhoseAnIdentityIsWheneverThatChanges() throws Exception {
    link("anna", START);
    link("anna", START + DAY);
    link("bert", START + 2 * DAY);
    var key = RedisKeys.identity(COOKIE);
    assertThat(served()).containsExactly(ViewWrite.text(key, "anna"), ViewWrite.text(key, "bert"));
    harness.processWatermark(new Watermark(START + 80 * DAY));
    assertThat(served()).hasSize(3).endsWith(ViewWrite.gone(key));
  }

  @Test
  void servesEveryLinkOnceItHasCaughtUpAndOnCommand() throws Exception {
    Progressing.caughtUp = false;
    ask(VISIT);
    link("anna", START);
    harness.processBroadcastElement(new Command(Command.TICK), 0);
    assertThat(served()).isEmpty();
    Progressing.caughtUp = true;
    harness.processBroadcastElement(new Command(Command.TICK), 0);
    harness.processBroadcastElement(new Command(Command.TICK), 0);
    assertThat(served()).hasSize(1);
    harness.processBroadcastElement(new Command(Command.REBUILD), 0);
    assertThat(served()).hasSize(2);
  }

  @Test
  void passesARepeatOnlyOnce() throws Exception {
    ask(VISIT);
    ask(VISIT);
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void answersForAnEventWithSeveralIdentitiesAndAgainWhenLinked() throws Exception {
    var both = asking(visit("w", START), List.of("phone:+1", COOKIE));
    ask(both);
    link("anna", START + DAY);
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(harness.getSideOutput(ResolveIdentity.ANSWERS))
        .extracting(answer -> answer.getValue())
        .containsExactly(
            new Answer(both, 0, null), new Answer(both, 1, null), new Answer(both, 1, "anna"));
  }

  @Test
  void setsApartWhatTheWatermarkHasPassedAndNeverMovesIt() throws Exception {
    harness.processWatermark(new Watermark(START + DAY));
    ask(VISIT);
    link("anna", START);
    ask(VISIT);
    assertThat(harness.extractOutputValues())
        .containsExactly(Posting.late(COOKIE, VISIT), Posting.late("anna", VISIT));
  }

  @Test
  void aRepeatOfWhatIsKnownIsNotLate() throws Exception {
    ask(VISIT);
    harness.processWatermark(new Watermark(START + DAY));
    ask(VISIT);
    assertThat(harness.extractOutputValues()).containsExactly(Posting.enter(COOKIE, VISIT));
  }

  @Test
  void ofAnIdentityThatNeverStopsOnlyTheNewestEventsMove() throws Exception {
    for (int i = 0; i < Links.MOST + 10; i++) {
      ask(asking(visit("v" + i, START + i), List.of(COOKIE)));
    }
    var old = asking(visit("old", START - DAY), List.of(COOKIE));
    ask(old);
    assertThat(harness.extractOutputValues())
        .hasSize(Links.MOST + 11)
        .endsWith(Posting.enter(COOKIE, old));
    harness.getOutput().clear();
    link("anna", START + DAY);
    var moved = harness.extractOutputValues().stream().filter(p -> p.customer().equals("anna"));
    assertThat(moved.map(p -> p.touch().at())).hasSize(Links.MOST).allMatch(at -> at >= START + 10);
  }

  @Test
  void forgetsAVisitorOnceTheHistoryHasPassed() throws Exception {
    ask(VISIT);
    link("anna", START);
    assertThat(links()).isEqualTo(1);
    harness.processWatermark(new Watermark(START + 70 * DAY));
    assertThat(links()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }
}
