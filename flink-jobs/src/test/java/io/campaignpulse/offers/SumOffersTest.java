package io.campaignpulse.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferEffect.Group;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.OfferFigures.Taken;
import io.campaignpulse.events.views.Opportunity;
import io.campaignpulse.offers.core.Opportunities.Found;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Progressing;
import io.campaignpulse.serving.ViewWrite;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.operators.co.CoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SumOffersTest {
  private static final OfferFigures ONCE =
      new OfferFigures(
          "w", 1, 1, 1, 0, 500, Map.of(Silence.OFFER_CAP, 2L), Map.of("A PHONE", new Taken(1, 1)));
  private static final OfferFigures BLOCKED =
      new OfferFigures("w", 0, 0, 0, 0, 0, Map.of(Silence.OFFER_CAP, 1L), Map.of());
  private static final OfferEffect EFFECT =
      new OfferEffect(new Group(1, 1, 100, 10_000), Group.NONE);

  private TwoInputStreamOperatorTestHarness<OfferNews, Command, ViewWrite> harness;

  @BeforeEach
  void open() throws Exception {
    Progressing.caughtUp = true;
    harness = harness();
    harness.open();
  }

  private static TwoInputStreamOperatorTestHarness<OfferNews, Command, ViewWrite> harness()
      throws Exception {
    return new TwoInputStreamOperatorTestHarness<>(
        new CoProcessOperator<>(new SumOffers(new Progressing())));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void hear(OfferNews news) throws Exception {
    harness.processElement1(news, 0);
  }

  private void tick() throws Exception {
    harness.processElement2(Command.tick(0), 0);
  }

  private List<OfferFigures> learned() {
    var learned = harness.getSideOutput(SumOffers.LEARNED);
    return learned == null
        ? List.of()
        : learned.stream().map(StreamRecord::getValue).map(OfferNews::figures).toList();
  }

  private static ViewWrite view(OfferFigures figures) {
    return ViewWrite.of(RedisKeys.OFFERS, "w", figures, null, null);
  }

  @Test
  void servesSumsAndTellsWhatWasLearnedOnlyWhenSomethingWas() throws Exception {
    hear(OfferNews.of(ONCE));
    hear(OfferNews.of(EFFECT));
    assertThat(harness.extractOutputValues()).isEmpty();
    tick();
    assertThat(harness.extractOutputValues())
        .containsExactly(
            view(ONCE), ViewWrite.of(RedisKeys.OFFER_EFFECT, null, EFFECT, null, null));
    assertThat(learned()).containsExactly(ONCE);
    hear(OfferNews.of(BLOCKED));
    tick();
    tick();
    assertThat(harness.extractOutputValues()).hasSize(3).contains(view(ONCE.plus(BLOCKED)));
    assertThat(learned()).hasSize(1);
  }

  @Test
  void goesOnWhereItStoodAndTellsAllAgain() throws Exception {
    hear(OfferNews.of(ONCE));
    hear(OfferNews.of(EFFECT));
    var snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    hear(OfferNews.of(ONCE));
    tick();
    assertThat(harness.extractOutputValues()).contains(view(ONCE.plus(ONCE))).hasSize(2);
    assertThat(learned()).containsExactly(ONCE.plus(ONCE));
    harness.processElement2(new Command(Command.REBUILD), 0);
    tick();
    assertThat(harness.extractOutputValues()).hasSize(4);
  }

  @Test
  void holdsBackUntilAllIsKnownAgain() throws Exception {
    Progressing.caughtUp = false;
    hear(OfferNews.of(ONCE));
    tick();
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(learned()).isEmpty();
  }

  private static OpportunityShare share(int subtask, long customers) {
    var found = new Found(Opportunity.Kind.REPLACEMENT, "filter", null, customers, 1, List.of());
    return new OpportunityShare(subtask, 2, customers == 0 ? List.of() : List.of(found), 2, 500);
  }

  private List<ViewWrite> opportunities() {
    return harness.extractOutputValues().stream()
        .filter(view -> view.key().equals(RedisKeys.OPPORTUNITIES))
        .toList();
  }

  @Test
  void servesWhatCouldBeSoldOnceAllSubtasksHaveToldAndWhatCouldNotAnyMore() throws Exception {
    hear(OfferNews.of(share(0, 3)));
    tick();
    assertThat(opportunities()).isEmpty();
    hear(OfferNews.of(share(1, 4)));
    tick();
    tick();
    var name = "REPLACEMENT filter";
    var both =
        new Opportunity(name, Opportunity.Kind.REPLACEMENT, "filter", null, 7, 2, 250, List.of());
    assertThat(opportunities())
        .containsExactly(
            ViewWrite.gone(RedisKeys.OPPORTUNITIES),
            ViewWrite.of(RedisKeys.OPPORTUNITIES, name, both, null, null));
    hear(OfferNews.of(share(0, 0)));
    hear(OfferNews.of(share(1, 0)));
    tick();
    assertThat(opportunities()).hasSize(3).contains(ViewWrite.gone(RedisKeys.OPPORTUNITIES, name));
  }

  @Test
  void newsAreAddedUpForAMomentAndBeforeEachBarrier() throws Exception {
    var combining = new OneInputStreamOperatorTestHarness<>(new CombineOffers());
    combining.open();
    combining.setProcessingTime(1_000);
    combining.processElement(OfferNews.of(ONCE), 0);
    combining.processElement(OfferNews.of(BLOCKED), 0);
    combining.processElement(OfferNews.of(EFFECT), 0);
    assertThat(combining.extractOutputValues()).isEmpty();
    combining.setProcessingTime(1_500);
    assertThat(combining.extractOutputValues())
        .containsExactly(OfferNews.of(ONCE.plus(BLOCKED)), OfferNews.of(EFFECT));
    combining.processElement(OfferNews.of(BLOCKED), 0);
    combining.prepareSnapshotPreBarrier(1);
    assertThat(combining.extractOutputValues()).hasSize(3);
    combining.close();
  }
}
