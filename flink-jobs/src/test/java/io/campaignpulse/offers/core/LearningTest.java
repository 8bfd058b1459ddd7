package io.campaignpulse.offers.core;

import static io.campaignpulse.offers.core.Dealing.board;
import static io.campaignpulse.offers.core.Dealing.moment;
import static io.campaignpulse.offers.core.Dealing.offer;
import static io.campaignpulse.offers.core.Dealing.policy;
import static io.campaignpulse.response.core.Fixtures.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.offers.CustomerFacts;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.OfferFigures.Taken;
import io.campaignpulse.ingest.core.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what is learned from answers earns what it should, in a world whose truth is known. */
class LearningTest {
  private static final int DECISIONS = 20_000;
  private static final List<String> TIERS = List.of("A", "B", "C");

  /** Values in major units, and the true acceptance of each tier. */
  private static final Map<Offer, double[]> WORLD =
      Map.of(
          offer("warranty", "30"), new double[] {0.10, 0.06, 0.04},
          offer("coffee", "12"), new double[] {0.05, 0.12, 0.20},
          offer("filters", "4"), new double[] {0.30, 0.35, 0.30},
          offer("washer", "150"), new double[] {0.03, 0.010, 0.004},
          offer("service", "45"), new double[] {0.02, 0.05, 0.03},
          offer("fan", "15"), new double[] {0.08, 0.08, 0.08});

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void earnsNearlyWhatTheTruthWouldEarnAndRegretsLessAndLess(long seed) {
    var run = new Run(seed);
    double early = 0;
    double late = 0;
    for (int n = 0; n < DECISIONS; n++) {
      double regret = run.decide(n);
      early += n < DECISIONS / 4 ? regret : 0;
      late += n >= 3 * DECISIONS / 4 ? regret : 0;
    }
    assertThat(late).isLessThan(early);
    assertThat(run.earned).isGreaterThan(0.9 * run.bestFixed());
    double lateOptimum = run.optimum / 4;
    assertThat(lateOptimum - late).isGreaterThan(0.9 * lateOptimum);
  }

  /** Customers come and are made the offer that is decided on; they take it as the truth says. */
  private static final class Run {
    final SplittableRandom random;
    final OfferBoard board;
    final Map<String, OfferFigures> figures = new HashMap<>();
    final Map<String, Double> fixed = new HashMap<>();
    double earned;
    double optimum;

    Run(long seed) {
      random = new SplittableRandom(seed);
      board =
          board(
              policy().setCaps(List.of()).setContexts(List.of()).setSeed("s" + seed).build(),
              WORLD.keySet().toArray(Offer[]::new));
    }

    /** What is lost against who knows the truth, on average. */
    double decide(int n) {
      int tier = random.nextInt(TIERS.size());
      var facts = new CustomerFacts(TIERS.get(tier), null, null, List.of(), List.of());
      var who = new Customer("c" + n, facts, Profile.NONE, false, List.of(), List.of());
      var chosen = Arbitration.decide(board, who, moment("e" + n, START)).offerId();
      double most = 0;
      double expected = 0;
      for (var offer : WORLD.entrySet()) {
        var id = offer.getKey().getOfferId();
        double worth = offer.getKey().getValue().doubleValue() * offer.getValue()[tier];
        most = Math.max(most, worth);
        fixed.merge(id, worth, Double::sum);
        if (id.equals(chosen)) {
          expected = worth;
          answer(id, tier, random.nextDouble() < offer.getValue()[tier]);
        }
      }
      earned += expected;
      optimum += most;
      return most - expected;
    }

    /** What the one offer would have earned that is best for all. */
    double bestFixed() {
      return fixed.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private void answer(String offerId, int tier, boolean accepts) {
      long accepted = accepts ? 1 : 0;
      var cell = OfferFigures.cell(TIERS.get(tier), Trigger.PHONE);
      var news =
          new OfferFigures(
              offerId,
              1,
              1,
              accepted,
              1 - accepted,
              0,
              Map.of(),
              Map.of(cell, new Taken(1, accepted)));
      figures.merge(offerId, news, OfferFigures::plus);
      board.learned(figures.get(offerId));
    }
  }

  @Test
  void leansOnTheOfferAsAWholeWhereACellKnowsLittle() {
    var cells =
        Map.of(
            OfferFigures.cell("A", "PHONE"), new Taken(1_000, 400),
            OfferFigures.cell("B", "PHONE"), new Taken(2, 0),
            OfferFigures.cell("C", "PHONE"), new Taken(1_000, 20));
    var figures = new OfferFigures("x", 0, 2_002, 420, 0, 0, Map.of(), cells);
    assertThat(Propensity.of(figures, "A", "PHONE").mean()).isBetween(0.39, 0.41);
    assertThat(Propensity.of(figures, "B", "PHONE").mean()).isBetween(0.1, 0.13);
    assertThat(Propensity.of(figures, "C", "PHONE").mean()).isBetween(0.02, 0.03);
    assertThat(Propensity.of(OfferFigures.none("x"), "A", "PHONE").mean())
        .isCloseTo(0.1, within(1e-9));
  }
}
