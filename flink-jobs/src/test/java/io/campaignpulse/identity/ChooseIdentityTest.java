package io.campaignpulse.identity;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.asking;
import static io.campaignpulse.response.core.Fixtures.order;
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

class ChooseIdentityTest {
  private static final Touch CALL =
      asking(visit("w", START), List.of("phone:+1", "email:a@b.example"));
  private static final Touch MORE = asking(order("e1", START, "o", 50), CALL.identities());
  private static final Touch LESS = asking(order("e1", START, "o", 40), CALL.identities());

  private KeyedOneInputStreamOperatorTestHarness<String, Answer, Posting> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new ChooseIdentity(Duration.ofDays(60)), a -> a.touch().eventId(), Types.STRING);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void answer(int rank, String customer) throws Exception {
    answer(CALL, rank, customer);
  }

  private void answer(Touch touch, int rank, String customer) throws Exception {
    harness.processElement(new Answer(touch, rank, customer), START);
  }

  @Test
  void waitsForEveryIdentityAndPrefersTheFirstThatIsKnown() throws Exception {
    answer(1, "bert");
    assertThat(harness.extractOutputValues()).isEmpty();
    answer(0, null);
    assertThat(harness.extractOutputValues()).containsExactly(Posting.enter("bert", CALL));
  }

  @Test
  void movesTheEventWhenABetterIdentityIsLinked() throws Exception {
    answer(0, null);
    answer(1, null);
    answer(1, "bert");
    answer(0, "anna");
    assertThat(harness.extractOutputValues())
        .containsExactly(
            Posting.enter("phone:+1", CALL),
            Posting.moveOut("phone:+1", CALL),
            Posting.moveIn("bert", CALL),
            Posting.moveOut("bert", CALL),
            Posting.moveIn("anna", CALL));
  }

  @Test
  void ofDifferingRepeatsTheLesserCountsWhicheverComesFirst() throws Exception {
    answer(MORE, 0, null);
    answer(MORE, 1, null);
    answer(LESS, 0, null);
    answer(LESS, 1, null);
    // What an identity remembers may be the older content still when it is linked.
    answer(MORE, 1, "bert");
    assertThat(harness.extractOutputValues())
        .containsExactly(
            Posting.enter("phone:+1", MORE),
            Posting.enter("phone:+1", LESS),
            Posting.moveOut("phone:+1", LESS),
            Posting.moveIn("bert", LESS));
  }

  @Test
  void aRepeatOfGreaterContentChangesNothing() throws Exception {
    answer(LESS, 0, null);
    answer(MORE, 1, null);
    answer(MORE, 0, null);
    assertThat(harness.extractOutputValues()).containsExactly(Posting.enter("phone:+1", LESS));
  }

  @Test
  void setsApartOnceWhatTheWatermarkHasPassed() throws Exception {
    harness.processWatermark(new Watermark(START + DAY));
    answer(0, null);
    answer(1, null);
    answer(1, "bert");
    assertThat(harness.extractOutputValues()).containsExactly(Posting.late("phone:+1", CALL));
  }

  @Test
  void anEventIsNotLateBecauseItIsLinkedLater() throws Exception {
    answer(0, null);
    answer(1, null);
    harness.processWatermark(new Watermark(START + DAY));
    answer(1, "bert");
    assertThat(harness.extractOutputValues())
        .endsWith(Posting.moveOut("phone:+1", CALL), Posting.moveIn("bert", CALL));
  }

  @Test
  void forgetsTheEventOnceTheHistoryHasPassed() throws Exception {
    answer(0, "anna");
    harness.processWatermark(new Watermark(START + 70 * DAY));
    assertThat(harness.numKeyedStateEntries()).isZero();
  }
}
