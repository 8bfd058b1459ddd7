package io.campaignpulse.offers.core;

import static io.campaignpulse.offers.core.Dealing.FACTS;
import static io.campaignpulse.offers.core.Dealing.HOUR;
import static io.campaignpulse.offers.core.Dealing.board;
import static io.campaignpulse.offers.core.Dealing.customer;
import static io.campaignpulse.offers.core.Dealing.dealt;
import static io.campaignpulse.offers.core.Dealing.moment;
import static io.campaignpulse.offers.core.Dealing.offer;
import static io.campaignpulse.offers.core.Dealing.policy;
import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campaignpulse.events.avro.Cap;
import io.campaignpulse.events.avro.CapScope;
import io.campaignpulse.events.avro.ContextWeight;
import io.campaignpulse.events.offers.CustomerFacts;
import io.campaignpulse.events.offers.CustomerFacts.Owned;
import io.campaignpulse.events.offers.Silence;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.OfferFigures.Taken;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArbitrationTest {
  private static OfferFigures taken(String offerId, long presented, long accepted) {
    return new OfferFigures(
        offerId,
        presented,
        presented,
        accepted,
        0,
        0,
        Map.of(),
        Map.of(OfferFigures.cell("A", Trigger.PHONE), new Taken(presented, accepted)));
  }

  private static Silence blocking(OfferDecision decision) {
    return decision.candidates().get(0).blockedBy();
  }

  private static OfferDecision decide(Customer customer, Trigger moment) {
    return Arbitration.decide(board(policy().build(), offer("warranty", "30")), customer, moment);
  }

  @Test
  void priorityIsTheProductOfItsFactorsAndAllAreShown() {
    var rules =
        policy()
            .setContexts(
                List.of(
                    new ContextWeight("about", "about", 50.0),
                    new ContextWeight("tier", "tier == \"A\"", 25.0),
                    new ContextWeight("other", "tier == \"B\"", 500.0)))
            .build();
    var fridge = offer("fridge", "40");
    fridge.setCategory("Cooling");
    fridge.setLever(20);
    var board = board(rules, fridge);
    board.learned(taken("fridge", 100_000, 20_000));
    var best = Arbitration.decide(board, customer(), moment()).best();
    assertThat(best.factors().context()).isEqualTo(1.75);
    assertThat(best.factors().reasons()).containsExactly("about", "tier");
    assertThat(best.factors().value()).isEqualTo(40);
    assertThat(best.factors().lever()).isEqualTo(1.2);
    assertThat(best.factors().expectedPropensity()).isCloseTo(0.2, within(1e-3));
    assertThat(best.factors().propensity()).isCloseTo(0.2, within(0.01));
    assertThat(best.factors().presented()).isEqualTo(100_000);
    assertThat(best.priority())
        .isCloseTo(best.factors().propensity() * 1.75 * 40 * 1.2, within(1e-9));
  }

  @Test
  void putsTheMostImportantFirstAndWhatIsBlockedLast() {
    var board =
        board(
            policy().build(),
            offer("cheap", "1"),
            offer("dear", "50"),
            offer("nobody").setEligibility("tier == \"Z\"").build());
    for (var id : List.of("cheap", "dear")) {
      board.learned(taken(id, 10_000, 1_000));
    }
    var decision = Arbitration.decide(board, customer(), moment());
    assertThat(decision.offerId()).isEqualTo("dear");
    assertThat(decision.candidates())
        .extracting("offerId")
        .containsExactly("dear", "cheap", "nobody");
    assertThat(decision.candidates().get(2).blockedBy()).isEqualTo(Silence.NOT_ELIGIBLE);
    assertThat(decision.candidates().get(2).detail()).contains("tier == \"Z\"");
  }

  @Test
  void decidesTheSameWheneverItIsAskedAndOtherwiseAtAnotherMoment() {
    var board = board(policy().build(), offer("one", "10"), offer("two", "10"));
    var first = Arbitration.decide(board, customer(), moment());
    assertThat(Arbitration.decide(board, customer(), moment())).isEqualTo(first);
    var chosen =
        IntStream.range(0, 200)
            .mapToObj(n -> Arbitration.decide(board, customer(), moment("e" + n, START)))
            .map(OfferDecision::offerId)
            .distinct();
    assertThat(chosen).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void rulesAskWhatTheCustomerOwnsAndSinceWhen() {
    var owned =
        List.of(new Owned("p1", "Cooling", START - 800 * DAY), new Owned("p2", "Laundry", START));
    var facts = new CustomerFacts("B", "families", "ko", List.of("vip"), owned);
    var anna = new Customer("anna", facts, Profile.NONE, false, List.of(), List.of());
    for (var holding :
        List.of(
            "owns(\"Cooling\") && owns(\"p2\") && !owns(\"Kitchen\")",
            "monthsSince(\"p1\") >= 26 && monthsSince(\"Cooling\") < 27",
            "monthsSince(\"Kitchen\") == -1",
            "segment == \"families\" && language == \"ko\" && \"vip\" in tags",
            "viewed(\"Cooling\") && trigger == \"CALL_QUEUED\" && channel == \"PHONE\"")) {
      var board = board(policy().build(), offer("x").setEligibility(holding).build());
      assertThat(Arbitration.decide(board, anna, moment()).offerId()).as(holding).isEqualTo("x");
      var against =
          board(policy().build(), offer("x").setEligibility("!(" + holding + ")").build());
      assertThat(Arbitration.decide(against, anna, moment()).offerId()).as(holding).isNull();
    }
  }

  @Test
  void isSilentToWhomThePolicySpares() {
    var optedOut = new Profile(null, null, List.of(), 0, true, false);
    var out = new Customer("anna", FACTS, optedOut, false, List.of(), List.of());
    assertThat(decide(out, moment()).silence()).isEqualTo(Silence.OPTED_OUT);
    var angry = new Customer("anna", FACTS, Profile.NONE, true, List.of(), List.of());
    assertThat(decide(angry, moment()).silence()).isEqualTo(Silence.OPEN_COMPLAINT);
    assertThat(blocking(decide(angry, moment()))).isEqualTo(Silence.OPEN_COMPLAINT);
    var declined = dealt("d0", "other", Act.DECLINED, Trigger.PHONE, START - 23 * HOUR);
    assertThat(decide(customer(declined), moment()).silence()).isEqualTo(Silence.DECLINED_LATELY);
    assertThat(decide(customer(declined), moment("e1", START + HOUR)).offerId())
        .isEqualTo("warranty");
  }

  @Test
  void callsNobodyWhoWantsNoCallsButAnswersTheirs() {
    var noCalls = new Profile(null, null, List.of(), 0, false, true);
    var anna = new Customer("anna", FACTS, noCalls, false, List.of(), List.of());
    for (var channel : List.of(Trigger.CALL, "OUTBOUND_CALL")) {
      var silent = decide(anna, on(channel));
      assertThat(silent.silence()).isEqualTo(Silence.OPTED_OUT);
      assertThat(silent.candidates().get(0).detail()).isEqualTo("doNotCall");
    }
    for (var channel : new String[] {Trigger.PHONE, Trigger.WEB, null}) {
      assertThat(decide(anna, on(channel)).offerId()).as(channel).isEqualTo("warranty");
    }
  }

  private static Trigger on(String channel) {
    return new Trigger(Trigger.Kind.ORDER_PLACED, "e1", START, "o1", channel, List.of());
  }

  @Test
  void sparesTheOfferThatWasDeclinedOrAccepted() {
    for (var said : List.of(Act.DECLINED, Act.ACCEPTED)) {
      var before = dealt("d0", "warranty", said, Trigger.PHONE, START - 29 * DAY);
      var decision = decide(customer(before), moment());
      assertThat(decision.silence()).isEqualTo(Silence.NO_OFFER);
      assertThat(blocking(decision))
          .isEqualTo(said == Act.DECLINED ? Silence.DECLINED_OFFER : Silence.ACCEPTED_BEFORE);
      assertThat(decide(customer(before), moment("e1", START + 2 * DAY)).offerId())
          .isEqualTo("warranty");
    }
  }

  @Test
  void namesTheCapThatIsReachedContactsOfCampaignsIncluded() {
    var caps =
        policy()
            .setCaps(List.of(new Cap(CapScope.CUSTOMER, 3, 24), new Cap(CapScope.CHANNEL, 2, 24)))
            .build();
    var board = board(caps, offer("warranty", "30"));
    var phone = dealt("d0", "x", Act.PROPOSED, Trigger.PHONE, START - HOUR);
    var web = dealt("d1", "x", Act.PROPOSED, Trigger.WEB, START - HOUR);
    var call = dealt("c1", "x", Act.PROPOSED, Trigger.PHONE, START - 2 * HOUR);
    assertThat(Arbitration.decide(board, with(List.of(phone, web), List.of()), moment()).offerId())
        .isEqualTo("warranty");
    var channel = Arbitration.decide(board, with(List.of(phone), List.of(call)), moment());
    assertThat(channel.silence()).isEqualTo(Silence.CHANNEL_CAP);
    assertThat(channel.candidates().get(0).detail()).isEqualTo("2 in 24 h");
    var all = Arbitration.decide(board, with(List.of(web, phone), List.of(call)), moment());
    assertThat(all.silence()).isEqualTo(Silence.CUSTOMER_CAP);
  }

  private static Customer with(List<Touch> dealings, List<Touch> contacts) {
    return new Customer("anna", FACTS, Profile.NONE, false, dealings, contacts);
  }

  @Test
  void holdsOutTheSameShareOfCustomersAlwaysThoughTheyCouldGetAnOffer() {
    var board = board(policy().setSilentShare(0.05).build(), offer("warranty", "30"));
    int silent = 0;
    for (int n = 0; n < 20_000; n++) {
      var who = new Customer("c" + n, FACTS, Profile.NONE, false, List.of(), List.of());
      var decision = Arbitration.decide(board, who, moment());
      assertThat(decision.silence() == Silence.SILENT_GROUP)
          .isEqualTo(board.policy().silent("c" + n));
      silent += decision.silence() == Silence.SILENT_GROUP ? 1 : 0;
    }
    assertThat(silent / 20_000.0).isCloseTo(0.05, within(0.006));
  }

  @Test
  void leavesOutWhatDoesNotRunAndBlocksWhatIsUsedUpOrElsewhere() {
    var past = offer("past").setEndsAt(Instant.ofEpochMilli(START - 1)).build();
    var used = offer("used").setQuantityCap(3L).build();
    var web = offer("web").setChannels(List.of("WEB")).build();
    var board = board(policy().build(), past, used, web);
    board.learned(taken("used", 10, 3));
    var decision = Arbitration.decide(board, customer(), moment());
    assertThat(decision.candidates()).extracting("offerId").containsExactly("used", "web");
    assertThat(decision.candidates())
        .extracting("blockedBy")
        .containsExactly(Silence.QUANTITY_CAP, Silence.NOT_ON_CHANNEL);
    assertThat(decision.silence()).isEqualTo(Silence.NO_OFFER);
  }
}
