package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.avro.SaleLine;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Tells of the orders of the past, and of what was brought back. */
final class PastStories {
  private static final double BY_PHONE = 0.3;
  private static final int LATEST_RETURN_DAYS = 14;

  private final String world;
  private final long seed;
  private final WorldSettings settings;
  private final Company company;
  private final People people;
  private final Basket basket;

  PastStories(String world, long seed, WorldSettings settings, Company company, People people) {
    this.world = world;
    this.seed = seed;
    // what happened long ago has arrived by now, and once
    this.settings = settings.tidy();
    this.company = company;
    this.people = people;
    this.basket = new Basket(company);
  }

  void tell(PurchaseDay day, Consumer<Emission> out) {
    var chance = Chance.of(seed, 6, day.customer(), day.place());
    var id = "%spast-%d-%d".formatted(world, day.customer(), day.place());
    var story = new Story(id, day.at(), chance, settings, out);
    var who = people.person(day.customer()).byId();
    var lines = basket.worth(day.spend(), chance);
    var phones = chance.holds(BY_PHONE);
    var channel = phones ? "PHONE" : "WEB";
    var agent = phones ? company.anyAgent(chance) : null;
    Purchases.tell(story, SaleKind.ORDER, lines, channel, null, agent, day.at(), who);
    if (chance.holds(Purchases.BROUGHT_BACK)) {
      var later = day.at().plus(Duration.ofDays(1 + chance.below(LATEST_RETURN_DAYS)));
      var back = List.<SaleLine>of(chance.oneOf(lines));
      Purchases.tell(story, SaleKind.RETURN, back, channel, null, null, later, who);
    }
  }
}
