package io.campaignpulse.offers.core;

import static io.campaignpulse.offers.core.Dealing.FACTS;
import static io.campaignpulse.offers.core.Dealing.HOUR;
import static io.campaignpulse.offers.core.Dealing.board;
import static io.campaignpulse.offers.core.Dealing.dealt;
import static io.campaignpulse.offers.core.Dealing.offer;
import static io.campaignpulse.offers.core.Dealing.policy;
import static io.campaignpulse.response.core.Fixtures.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.Cap;
import io.campaignpulse.events.avro.CapScope;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.ingest.core.Profile;
import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RestraintProperties {
  private record Moment(long hour, String channel) {}

  /** Moments come in any order, each perhaps twice. */
  @Property(tries = 300)
  void nobodyGetsMoreThanThePolicyAllowsInAnyWindow(
      @ForAll("moments") List<Moment> moments, @ForAll("caps") List<Cap> caps) {
    var board = board(policy().setCaps(caps).build(), offer("one", "9"), offer("two", "10"));
    var dealings = new ArrayList<Touch>();
    for (int n = 0; n < moments.size(); n++) {
      var moment = moments.get(n);
      long at = START + moment.hour() * HOUR;
      var customer = new Customer("anna", FACTS, Profile.NONE, false, dealings, List.of());
      var trigger =
          new Trigger(
              Trigger.Kind.PRODUCT_VIEWED, "e" + n, at, "v" + n, moment.channel(), List.of());
      var decision = Arbitration.decide(board, customer, trigger);
      if (decision.offerId() != null) {
        dealings.add(
            dealt(decision.decisionId(), decision.offerId(), Act.PROPOSED, moment.channel(), at));
      }
    }
    for (var cap : caps) {
      switch (cap.getScope()) {
        case CUSTOMER -> assertHolds(cap, dealings, touch -> true);
        case OFFER ->
            List.of("one", "two")
                .forEach(id -> assertHolds(cap, dealings, t -> t.trade().offerId().equals(id)));
        case CHANNEL ->
            List.of(Trigger.PHONE, Trigger.WEB)
                .forEach(word -> assertHolds(cap, dealings, t -> t.channel().equals(word)));
      }
    }
  }

  private static void assertHolds(Cap cap, List<Touch> dealings, Predicate<Touch> which) {
    for (var first : dealings) {
      long end = first.at() + cap.getHours() * HOUR;
      assertThat(dealings)
          .filteredOn(t -> which.test(t) && t.at() >= first.at() && t.at() < end)
          .as("%s from %s", cap, first.at())
          .hasSizeLessThanOrEqualTo(cap.getMost());
    }
  }

  @Provide
  Arbitrary<List<Moment>> moments() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 72), Arbitraries.of(Trigger.PHONE, Trigger.WEB))
        .as(Moment::new)
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Cap>> caps() {
    return Combinators.combine(
            Arbitraries.of(CapScope.class),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(1, 48))
        .as(Cap::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }
}
