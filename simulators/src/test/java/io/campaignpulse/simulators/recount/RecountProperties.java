package io.campaignpulse.simulators.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.Attribution;
import io.campaignpulse.events.avro.ContactStatus;
import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.Rates;
import io.campaignpulse.events.views.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecountProperties {
  private static final List<Figure> LIFT =
      List.of(
          Figure.ASSIGNED,
          Figure.REACTED,
          Figure.BOUGHT,
          Figure.SPEND,
          Figure.SPEND_SQUARED,
          Figure.SPEND_SQUARED_UPPER);

  @Property(tries = 150)
  void orderAndRepetitionChangeNothing(@ForAll("stories") Story story, @ForAll Random random) {
    var shuffled = new ArrayList<>(story.events);
    shuffled.addAll(shuffled.subList(0, shuffled.isEmpty() ? 0 : random.nextInt(shuffled.size())));
    Collections.shuffle(shuffled, random);
    assertThat(Recount.of(shuffled, story.campaigns, story.customers, Story.USD))
        .isEqualTo(story.recount());
  }

  @Property(tries = 150)
  void rowsAndMinutesAddUpToTheTotals(@ForAll("stories") Story story) {
    for (var counted : story.recount().values()) {
      assertThat(sum(counted.minutes().values())).isEqualTo(counted.totals());
      assertThat(sum(counted.byVariant().values())).isEqualTo(counted.totals());
      var withoutLift = counted.totals().copy();
      LIFT.forEach(figure -> withoutLift.add(figure, -withoutLift.get(figure)));
      assertThat(sum(counted.byChannel().values())).isEqualTo(withoutLift);
      assertThat(sum(counted.bySegment().values())).isEqualTo(withoutLift);
    }
  }

  @Property(tries = 150)
  void ratesStayWithinOneAndPartsWithinTheirWhole(@ForAll("stories") Story story) {
    for (var counted : story.recount().values()) {
      holdsTogether(counted.totals());
      counted.byVariant().values().forEach(RecountProperties::holdsTogether);
    }
  }

  private static void holdsTogether(Tally all) {
    ordered(all, Figure.DIRECT_RESPONDERS, Figure.RESPONDERS, Figure.CONTACTED, Figure.ASSIGNED);
    ordered(all, Figure.CONTACTED_CONVERTERS, Figure.CONTACTED, Figure.CONTACTS);
    ordered(all, Figure.CONTACTED_CONVERTERS, Figure.CONVERTERS);
    ordered(all, Figure.BOUGHT, Figure.ASSIGNED);
    ordered(all, Figure.REACTED, Figure.ASSIGNED);
    Rates.share(all.get(Figure.RESPONDERS), all.get(Figure.CONTACTED))
        .ifPresent(rate -> assertThat(rate).isBetween(0.0, 1.0));
    for (var figure : EnumSet.complementOf(EnumSet.of(Figure.REVENUE, Figure.SPEND))) {
      assertThat(all.get(figure)).as(figure.name()).isNotNegative();
    }
  }

  private static void ordered(Tally tally, Figure... rising) {
    for (int i = 1; i < rising.length; i++) {
      assertThat(tally.get(rising[i - 1])).isLessThanOrEqualTo(tally.get(rising[i]));
    }
  }

  private static Tally sum(Collection<Tally> tallies) {
    return tallies.stream().reduce(new Tally(), (a, b) -> a.copy().add(b));
  }

  @Provide
  Arbitrary<Story> stories() {
    return Arbitraries.randoms()
        .flatMap(r -> Arbitraries.integers().between(0, 60).map(n -> story(r, n)));
  }

  private static Story story(Random random, int events) {
    var story =
        new Story()
            .campaign("K")
            .campaign("L", l -> l.setResponseWindow("PT3H"))
            .campaign("M", m -> m.setAttribution(Attribution.DIRECT_ONLY))
            .customer("C0", "families", "+4930901820", 100);
    for (int i = 0; i < events; i++) {
      add(story, random);
    }
    return story;
  }

  private static void add(Story story, Random random) {
    var minute = random.nextInt(3_000);
    var who = who(random);
    var id = Integer.toString(random.nextInt(8));
    var campaign = List.of("K", "L", "M", "unknown").get(random.nextInt(4));
    var code = random.nextBoolean() ? campaign : null;
    var statuses = ContactStatus.values();
    switch (random.nextInt(6)) {
      case 0, 1 ->
          story.contact(
              minute,
              who,
              id,
              campaign,
              List.of("A", "B", "CONTROL").get(random.nextInt(3)),
              statuses[random.nextInt(statuses.length)]);
      case 2 -> story.call(minute, who, id, "+18005550100");
      case 3 -> story.visit(minute, who, id, code);
      case 4 -> story.order(minute, who, id, code, Integer.toString(random.nextInt(50)));
      default -> story.goodsReturned(minute, who, id, Integer.toString(random.nextInt(50)));
    }
  }

  private static CustomerRef who(Random random) {
    var customer = "C" + random.nextInt(3);
    var phone = "+493090182" + random.nextInt(2);
    return switch (random.nextInt(4)) {
      case 0 -> Story.ref(customer, phone, null, null);
      case 1 -> Story.phone(phone);
      case 2 -> Story.ref(null, null, null, "browser" + random.nextInt(2));
      default -> Story.id(customer);
    };
  }
}
