package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.Agent;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A company and its customers, whose every event is fixed by the seed and the start: the same on
 * every run and machine, wherever one begins to read. It knows the truth that measurement is after.
 */
public final class World {
  private final long seed;
  private final Instant start;
  private final WorldSettings settings;
  private final Company company;
  private final People people;
  private final Schedule schedule;
  private final String name;

  /** A world whose money is dollars. */
  World(long seed, Instant start, WorldSettings settings) {
    this(seed, start, settings, Currency.getInstance("USD"));
  }

  /**
   * @param currency in which amounts are told; nothing else depends on it
   */
  public World(long seed, Instant start, WorldSettings settings, Currency currency) {
    this.seed = seed;
    this.start = start;
    this.settings = settings;
    this.company = Company.load().in(currency);
    this.people = new People(seed, company);
    this.schedule = new Schedule(start, settings, company.campaigns());
    // worlds that differ in anything must not share ids: one would be taken for the other's repeats
    this.name = Integer.toHexString((seed + " " + start + " " + settings).hashCode()) + "-";
  }

  public long seed() {
    return seed;
  }

  public Instant start() {
    return start;
  }

  public WorldSettings settings() {
    return settings;
  }

  /** All campaigns that have begun before this time, those that are over included. */
  public List<Campaign> campaigns(Instant until) {
    return schedule.campaigns(until);
  }

  public List<Customer> customers() {
    return IntStream.range(0, settings.customers())
        .mapToObj(number -> people.onFile(number, start))
        .toList();
  }

  public List<Product> products() {
    return Catalogue.products(company);
  }

  public List<Offer> offers() {
    return Catalogue.offers(company);
  }

  public List<Agent> agents() {
    return IntStream.range(0, company.agents().size())
        .mapToObj(
            number ->
                Agent.newBuilder()
                    .setAgentId("agent-" + (number + 1))
                    .setName(company.agents().get(number))
                    .setOnDuty(true)
                    .build())
        .toList();
  }

  /** How customers truly bought before the world's start. */
  public PurchaseTruth purchaseTruth() {
    return company.purchases();
  }

  /** The time since which customers have bought. */
  public Instant pastBegins() {
    return start.minus(PurchaseHistories.SPAN);
  }

  /** The orders and returns before the start, in order of time. */
  public Past past() {
    return past(pastBegins());
  }

  /** The same, without what happened before the given time. */
  public Past past(Instant from) {
    var histories = new PurchaseHistories(seed, start, settings.pastBuyers(), company, people);
    var stories = new PastStories(name, seed, settings, company, people);
    return new Past(from, start, settings.customers(), histories, stories);
  }

  /** How the company's offers are truly taken. */
  public OfferTruths offerTruths() {
    var histories = new PurchaseHistories(seed, start, settings.pastBuyers(), company, people);
    return new OfferTruths(company, new Standings(histories, settings.customers()));
  }

  OfferAnswers offerAnswers() {
    return new OfferAnswers(seed, company, offerTruths());
  }

  /** Everything from the start, in the order in which it is sent; it has no end. */
  public Iterator<Emission> emissions() {
    return emissions(start);
  }

  /** The same, without what is due before the given time. */
  public Iterator<Emission> emissions(Instant from) {
    return new Emissions(
        start,
        from,
        settings,
        new ContactStories(name, seed, schedule, settings, company, people),
        new OrganicStories(name, seed, settings, company, people),
        schedule,
        company.campaigns().size());
  }

  /** The truth of each variant of each campaign that has begun before this time. */
  public List<Truth> truth(Instant until) {
    var truths = new ArrayList<Truth>();
    var campaigns = schedule.campaigns(until);
    for (int i = 0; i < campaigns.size(); i++) {
      var id = campaigns.get(i).getCampaignId();
      var theme = company.campaigns().get(i % company.campaigns().size());
      var baseline = settings.organicShare();
      theme
          .variants()
          .forEach(
              (variant, rate) -> {
                var delivered = 1 - theme.bounces();
                var either = 1 - (1 - rate) * (1 - baseline);
                truths.add(new Truth(id, variant, delivered * either, baseline));
              });
      truths.add(new Truth(id, Theme.CONTROL, baseline, baseline));
    }
    return truths;
  }
}
