package io.campaignpulse.offers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.offers.CustomerFacts;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.ingest.RawRecord;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.offers.core.Proposal;
import io.campaignpulse.serving.ViewWrite;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadDecisionsTest {
  private static final long STARTED = 1_800_000_000_000L;
  private static final Touch.Origin ORIGIN = new Touch.Origin("offer-decisions", 1, 7);

  private OneInputStreamOperatorTestHarness<RawRecord, ViewWrite> harness;

  @BeforeEach
  void open() throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(new ReadDecisions());
    harness.setProcessingTime(STARTED);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static OfferDecision decision(String offerId) {
    return decision(offerId, offerId == null ? Silence.NO_OFFER : null);
  }

  private static OfferDecision decision(String offerId, Silence silence) {
    return new OfferDecision(
        "d1",
        Trigger.Kind.CALL_QUEUED,
        "e1",
        STARTED,
        "anna",
        "PHONE",
        List.of(),
        offerId,
        silence,
        List.of(),
        new CustomerFacts("B", null, null, List.of(), List.of()));
  }

  private void read(long writtenAt, byte[] value) throws Exception {
    harness.processElement(new RawRecord(ORIGIN, writtenAt, "anna".getBytes(UTF_8), value), 0);
  }

  private int recalled() {
    var recalled = harness.getSideOutput(ReadDecisions.PROPOSED);
    return recalled == null ? 0 : recalled.size();
  }

  @Test
  void servesWhatStandsThereAndRecallsWhatAnEarlierRunProposed() throws Exception {
    var bytes = Json.MAPPER.writeValueAsBytes(decision("warranty"));
    read(STARTED - 5_000, bytes);
    assertThat(harness.extractOutputValues())
        .containsExactly(
            new ViewWrite(
                RedisKeys.customer("anna"), RedisKeys.OFFER, new String(bytes, UTF_8), null, null));
    var proposed = harness.getSideOutput(ReadDecisions.PROPOSED).peek().getValue();
    assertThat(proposed.customer()).isEqualTo("anna");
    assertThat(proposed.touch().act()).isEqualTo(Act.PROPOSED);
    assertThat(proposed.touch().trade().offerId()).isEqualTo("warranty");
    assertThat(proposed.touch().variant()).isEqualTo("B");
    assertThat(proposed.touch().origin()).isEqualTo(ORIGIN);
  }

  @Test
  void recallsWhomAnEarlierRunSparedForComparison() throws Exception {
    read(STARTED - 5_000, Json.MAPPER.writeValueAsBytes(decision(null, Silence.SILENT_GROUP)));
    var recalled = harness.getSideOutput(ReadDecisions.PROPOSED).peek().getValue().touch();
    assertThat(Proposal.withheld(recalled)).isTrue();
    assertThat(recalled.at()).isEqualTo(STARTED);
  }

  @Test
  void recallsNoOtherSilenceNorAnythingThatThisRunDecided() throws Exception {
    read(STARTED - 5_000, Json.MAPPER.writeValueAsBytes(decision(null)));
    read(STARTED + 61_000, Json.MAPPER.writeValueAsBytes(decision("warranty")));
    assertThat(recalled()).isZero();
    assertThat(harness.extractOutputValues()).hasSize(2);
  }

  @Test
  void setsAsideWhatIsNoDecision() throws Exception {
    read(STARTED - 5_000, "nonsense".getBytes(UTF_8));
    assertThat(harness.getSideOutput(ReadDecisions.DEAD_LETTERS).peek().getValue().reason())
        .contains("no decision");
    assertThat(recalled()).isZero();
  }
}
