package io.campaignpulse.response;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.campaign;
import static io.campaignpulse.response.core.Fixtures.contact;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepLedgerTest {
  private KeyedBroadcastOperatorTestHarness<String, Posting, List<CampaignTerms>, Change> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
            new KeepLedger(Duration.ofDays(60)),
            Posting::customer,
            Types.STRING,
            KeepLedger.CAMPAIGNS);
    // Reference data never hold event time back.
    harness.processBroadcastWatermark(new Watermark(Long.MAX_VALUE));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void define(CampaignTerms... terms) throws Exception {
    harness.processBroadcastElement(List.of(terms), 0);
  }

  private void enter(Touch touch) throws Exception {
    harness.processElement(Posting.enter("anna", touch), touch.at());
  }

  private void watermark(long at) throws Exception {
    harness.processWatermark(new Watermark(at));
  }

  private int ledgers() {
    var operator = (AbstractStreamOperator<?>) harness.getOperator();
    return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
  }

  private Tally sum() {
    return sum(change -> true);
  }

  private Tally sum(Predicate<Change> which) {
    var sum = new Tally();
    for (var change : harness.extractOutputValues()) {
      var lines = change.lines();
      for (int line = 0; which.test(change) && line < lines.size(); line++) {
        sum.add(lines.figure(line), lines.amount(line));
      }
    }
    return sum;
  }

  @Test
  void countsACampaignThatIsDefinedAfterItsEvents() throws Exception {
    enter(contact("c", "K", START));
    enter(visit("v", START + DAY));
    assertThat(sum().zero()).isTrue();
    define(campaign("K"));
    assertThat(sum().get(Figure.RESPONDERS)).isEqualTo(1);
  }

  @Test
  void keepsApartWhatTheWatermarkHasPassedButNotARepeat() throws Exception {
    define(campaign("K"));
    enter(contact("c", "K", START));
    watermark(START + 2 * DAY);
    enter(contact("c", "K", START));
    assertThat(harness.getSideOutput(KeepLedger.LATE)).isNullOrEmpty();
    enter(visit("v", START + DAY));
    assertThat(harness.getSideOutput(KeepLedger.LATE)).hasSize(1);
    assertThat(sum().get(Figure.VISITS)).isZero();
  }

  @Test
  void letsAnEventMoveHoweverOldItIs() throws Exception {
    define(campaign("K"));
    enter(contact("c", "K", START));
    watermark(START + 20 * DAY);
    var visit = visit("v", START + DAY);
    harness.processElement(Posting.moveIn("anna", visit), visit.at());
    assertThat(sum().get(Figure.RESPONDERS)).isEqualTo(1);
    harness.processElement(Posting.moveOut("anna", visit), visit.at());
    assertThat(sum().get(Figure.RESPONDERS)).isZero();
    assertThat(sum().get(Figure.CONTACTED)).isEqualTo(1);
  }

  @Test
  void forgetsEverythingOnceNoFigureCanChangeAnyMore() throws Exception {
    define(campaign("K"));
    enter(contact("c", "K", START));
    enter(visit("v", START + DAY));
    assertThat(ledgers()).isEqualTo(1);
    watermark(START + 300 * DAY);
    assertThat(ledgers()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(sum().get(Figure.RESPONDERS)).isEqualTo(1);
  }

  @Test
  void countsCampaignsThatAreDefinedTogetherByWhatTheyAreLast() throws Exception {
    define(campaign("K"));
    enter(contact("c", "K", START));
    enter(contact("d", "L", START));
    enter(visit("v", START + DAY / 2, "K-code"));
    assertThat(sum().get(Figure.DIRECT_RESPONDERS)).isEqualTo(1);
    define(startingLater(campaign("K")), campaign("L"), campaign("M"));
    assertThat(sum().get(Figure.DIRECT_RESPONDERS)).isZero();
    assertThat(sum().get(Figure.CONTACTED)).isEqualTo(2);
    define(startingLater(campaign("K")), campaign("K"), campaign("L"));
    assertThat(sum().get(Figure.DIRECT_RESPONDERS)).isEqualTo(1);
    assertThat(sum().get(Figure.CONTACTED)).isEqualTo(2);
  }

  private static CampaignTerms startingLater(CampaignTerms terms) {
    return new CampaignTerms(
        terms.campaignId(),
        terms.startsAt() + DAY,
        terms.endsAt(),
        terms.windowMillis(),
        terms.counted(),
        terms.directOnly(),
        terms.controlVariant(),
        terms.codes(),
        terms.numbers());
  }

  @Test
  void movesACustomersFiguresToTheirSegment() throws Exception {
    define(campaign("K"));
    enter(contact("c", "K", START));
    harness.processElement(Posting.segment("anna", "families"), 0);
    var families = sum(change -> change.group().segment().equals("families"));
    assertThat(families.get(Figure.CONTACTED)).isEqualTo(1);
    assertThat(sum().get(Figure.CONTACTED)).isEqualTo(1);
  }

  @Test
  void movesACustomersFiguresToTheirTier() throws Exception {
    define(campaign("K"));
    enter(contact("c", "K", START));
    assertThat(sum(change -> change.group().tier().equals("C")).get(Figure.CONTACTED)).isOne();
    harness.processElement(Posting.tier("anna", "A"), 0);
    enter(contact("d", "K", START + 1));
    assertThat(sum(change -> change.group().tier().equals("A")).get(Figure.CONTACTS)).isEqualTo(2);
    assertThat(sum(change -> change.group().tier().equals("C")).zero()).isTrue();
  }

  @Test
  void plansOneTimerForALedgerHoweverManyEvents() throws Exception {
    for (int day = 0; day < 30; day++) {
      enter(visit("v" + day, START + day * DAY));
    }
    assertThat(harness.numEventTimeTimers()).isEqualTo(1);
    watermark(START + 95 * DAY);
    assertThat(ledgers()).isZero();
  }

  @Test
  void goesOnExactlyFromASnapshot() throws Exception {
    define(campaign("K"));
    enter(contact("c", "K", START));
    restart();
    enter(visit("v", START + DAY));
    assertThat(sum().get(Figure.RESPONDERS)).isEqualTo(1);
    assertThat(sum().get(Figure.CONTACTED)).isZero();
  }

  @Test
  void countsACampaignThatIsDefinedAfterItsEventsAndARestart() throws Exception {
    enter(contact("c", "K", START));
    enter(visit("v", START + DAY));
    restart();
    define(campaign("other"));
    define(campaign("K"));
    assertThat(sum().get(Figure.RESPONDERS)).isEqualTo(1);
  }

  private void restart() throws Exception {
    var snapshot = harness.snapshot(1, 1);
    harness.close();
    var restored =
        new KeyedBroadcastOperatorTestHarness<String, Posting, List<CampaignTerms>, Change>(
            new CoBroadcastWithKeyedOperator<>(
                new KeepLedger(Duration.ofDays(60)), List.of(KeepLedger.CAMPAIGNS)),
            Posting::customer,
            Types.STRING,
            1,
            1,
            0);
    restored.initializeState(snapshot);
    restored.open();
    harness = restored;
    harness.processBroadcastWatermark(new Watermark(Long.MAX_VALUE));
  }
}
