package io.campaignpulse.response;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static io.campaignpulse.response.core.Fixtures.campaign;
import static io.campaignpulse.response.core.Fixtures.contact;
import static io.campaignpulse.response.core.Fixtures.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ViewWrite;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepLedgerTest {
  private KeyedBroadcastOperatorTestHarness<String, Posting, LedgerNotice, Change> harness;

  @BeforeEach
  void open() throws Exception {
    Progressing.caughtUp = true;
    harness =
        ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
            new KeepLedger(Duration.ofDays(60), new Progressing()),
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
    harness.processBroadcastElement(LedgerNotice.of(List.of(terms)), 0);
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
        terms.numbers(),
        1);
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

  private List<ViewWrite> shown() {
    var records = harness.getSideOutput(KeepLedger.VIEWS);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  private void tell(String command) throws Exception {
    harness.processBroadcastElement(LedgerNotice.of(new Command(command)), 0);
  }

  @Test
  void showsAtOnceWhatACustomerDidAndWhatTheyRespondedTo() throws Exception {
    harness.setProcessingTime(1_000_000);
    define(campaign("K"));
    enter(contact("c", "K", START));
    assertThat(shown()).isEmpty();
    enter(visit("v", START + DAY));
    assertThat(shown()).hasSize(1);
    assertThat(shown().get(0).key()).isEqualTo(RedisKeys.customer("anna"));
    assertThat(shown().get(0).field()).isEqualTo(RedisKeys.ACTIVITY);
    assertThat(shown().get(0).json()).contains("\"kind\":\"VISIT\"", "\"campaignId\":\"K\"");
  }

  @Test
  void showsLaterWhomThereIsNoTimeToShowAtOnce() throws Exception {
    harness.setProcessingTime(1_000_000);
    for (int i = 0; i < 3_000; i++) {
      enter(visit("v" + i, START + i));
    }
    assertThat(shown().size()).isBetween(500, 1_500);
    var atOnce = shown().size();
    tell(Command.TICK);
    assertThat(shown()).hasSize(atOnce);
    harness.setProcessingTime(1_001_000);
    tell(Command.TICK);
    assertThat(shown()).hasSize(atOnce + 1);
    assertThat(shown().get(atOnce).json()).contains("" + (START + 2_999));
    tell(Command.TICK);
    assertThat(shown()).hasSize(atOnce + 1);
  }

  @Test
  void showsNobodyBeforeItHasCaughtUpAndAllOnCommand() throws Exception {
    harness.setProcessingTime(1_000_000);
    Progressing.caughtUp = false;
    enter(visit("v", START));
    tell(Command.TICK);
    assertThat(shown()).isEmpty();
    Progressing.caughtUp = true;
    tell(Command.TICK);
    assertThat(shown()).hasSize(1);
    tell(Command.REBUILD);
    assertThat(shown()).hasSize(2);
  }

  @Test
  void showsNothingAnyMoreOfWhomAllIsForgotten() throws Exception {
    harness.setProcessingTime(1_000_000);
    enter(visit("v", START));
    watermark(START + 95 * DAY);
    var gone = ViewWrite.gone(RedisKeys.customer("anna"), RedisKeys.ACTIVITY);
    assertThat(shown()).hasSize(2).endsWith(gone);
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
        new KeyedBroadcastOperatorTestHarness<String, Posting, LedgerNotice, Change>(
            new CoBroadcastWithKeyedOperator<>(
                new KeepLedger(Duration.ofDays(60), new Progressing()),
                List.of(KeepLedger.CAMPAIGNS)),
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
