package io.campaignpulse.identity;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.asking;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.ingest.core.Touch;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResolveIdentityTest {
  private static final String COOKIE = "visitor:c1";
  private static final Touch VISIT = asking(visit("v", START), List.of(COOKIE));

  private KeyedOneInputStreamOperatorTestHarness<String, IdentityMessage, Posting> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new ResolveIdentity(Duration.ofDays(60)), IdentityMessage::identity, Types.STRING);
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
  void forgetsAVisitorOnceTheHistoryHasPassed() throws Exception {
    ask(VISIT);
    link("anna", START);
    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    harness.processWatermark(new Watermark(START + 70 * DAY));
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }
}
