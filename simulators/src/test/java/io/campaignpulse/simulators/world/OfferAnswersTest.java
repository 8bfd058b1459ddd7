package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.Door;
import io.campaignpulse.events.InvalidRecordException;
import io.campaignpulse.events.avro.OfferOutcome;
import io.campaignpulse.events.avro.Outcome;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.simulators.target.Offers.Proposal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** How customers take what is offered, held against what is true. */
class OfferAnswersTest {
  private static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");
  private static final World WORLD = new World(1, AT, WorldSettings.DEMO);
  private static final OfferTruths TRUTHS = WORLD.offerTruths();
  private static final OfferAnswers ANSWERS = WORLD.offerAnswers();
  private static final OfferAnswers OTHERS = new OfferAnswers(2, Company.load(), TRUTHS);

  /** Somebody of each tier. */
  private static final Map<String, Person> PEOPLE =
      IntStream.range(0, 1_000)
          .mapToObj(new People(1, Company.load())::person)
          .collect(
              Collectors.toMap(
                  person -> TRUTHS.tier(person.byId()), Function.identity(), (one, other) -> one));

  private static Moment moment(String channel, String tier) {
    var agent = channel.equals("PHONE") ? "agent-1" : null;
    return new Moment("unit", channel, PEOPLE.get(tier).byId(), AT, AT, agent);
  }

  private static Proposal proposal(String decisionId, String offerId) {
    return new Proposal(decisionId, AT, offerId, "kit-grinder");
  }

  private static long count(List<List<Emission>> told, Outcome outcome) {
    return told.stream()
        .flatMap(List::stream)
        .filter(e -> e.event() instanceof OfferOutcome o && o.getOutcome() == outcome)
        .count();
  }

  @Test
  void followTheTruthOfEachTierAndChannel() {
    assertThat(TRUTHS.all()).hasSizeGreaterThan(30);
    for (var truth : TRUTHS.all()) {
      var moment = moment(truth.channel(), truth.tier());
      var told =
          IntStream.range(0, 5_000)
              .mapToObj(n -> ANSWERS.of(moment, proposal(truth + " " + n, truth.offerId())))
              .toList();
      assertThat(count(told, Outcome.PRESENTED)).isEqualTo(5_000);
      SampleMean.ofShare(count(told, Outcome.ACCEPTED), 5_000).isNear(truth.acceptance());
      SampleMean.ofShare(count(told, Outcome.DECLINED), 5_000).isNear(truth.refusal());
    }
  }

  @Test
  void mostSayNothingOnTheWeb() {
    assertThat(TRUTHS.all())
        .filteredOn(truth -> truth.channel().equals("WEB"))
        .isNotEmpty()
        .allMatch(truth -> truth.acceptance() + truth.refusal() < 0.25);
    assertThat(TRUTHS.all())
        .filteredOn(truth -> truth.channel().equals("PHONE"))
        .allMatch(truth -> truth.acceptance() + truth.refusal() > 0.8);
  }

  @Property(tries = 200)
  void areTheSameForTheSameDecisionAndSeed(@ForAll String decisionId) {
    var again = new World(1, AT, WORLD.settings().tidy());
    var answers = new OfferAnswers(again.seed(), Company.load(), TRUTHS);
    var moment = moment("PHONE", "B");
    var proposal = proposal(decisionId, "offer-grinder");
    assertThat(answers.of(moment, proposal)).isEqualTo(ANSWERS.of(moment, proposal));
  }

  @Test
  void areOthersForAnotherSeed() {
    var moment = moment("PHONE", "B");
    assertThat(
            IntStream.range(0, 100)
                .mapToObj(n -> proposal("d" + n, "offer-grinder"))
                .filter(each -> !ANSWERS.of(moment, each).equals(OTHERS.of(moment, each))))
        .hasSizeGreaterThan(50);
  }

  /** Those that others made up are answered as well. */
  @Test
  void anAcceptedProductIsOrdered() throws InvalidRecordException {
    var door = new Door(Currency.getInstance("USD"));
    var orders = 0;
    for (int n = 0; n < 300; n++) {
      var moment = moment("PHONE", "A");
      var told = ANSWERS.of(moment, proposal("d" + n, "made-up"));
      assertThat(told).extracting(Emission::due).isSorted();
      for (var emission : told) {
        door.admit(emission.event(), emission.due());
      }
      if (told.size() == 3) {
        orders++;
        assertThat(((OfferOutcome) told.get(1).event()).getOutcome()).isEqualTo(Outcome.ACCEPTED);
        var sale = (Sale) told.get(2).event();
        assertThat(sale.getOfferDecisionId()).isEqualTo("d" + n);
        assertThat(sale.getCustomer()).isEqualTo(moment.who());
        assertThat(sale.getAgentId()).isEqualTo("agent-1");
        assertThat(sale.getLines())
            .singleElement()
            .satisfies(line -> assertThat(line.getProductId()).isEqualTo("kit-grinder"));
        assertThat(sale.getAmount()).isEqualByComparingTo("79.90");
      }
    }
    assertThat(orders).isBetween(20, 90);
  }

  @Test
  void whatIsNotSoldIsNotOrdered() {
    for (int n = 0; n < 300; n++) {
      var kitchen = new Proposal("d" + n, AT, "offer-kitchen", null);
      assertThat(ANSWERS.of(moment("PHONE", "A"), kitchen))
          .noneMatch(emission -> emission.event() instanceof Sale);
    }
  }

  @Test
  void eventsOfDifferentDecisionsHaveDifferentIds() {
    var ids = new HashSet<String>();
    for (int n = 0; n < 300; n++) {
      ANSWERS
          .of(moment("WEB", "C"), proposal("d" + n, "offer-grinder"))
          .forEach(emission -> assertThat(ids.add(emission.eventId())).isTrue());
    }
  }
}
