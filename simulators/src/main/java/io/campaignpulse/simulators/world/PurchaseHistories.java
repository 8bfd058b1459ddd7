package io.campaignpulse.simulators.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Draws each customer's purchase days before the world's start, from the truth about all. */
final class PurchaseHistories {
  /** How far back they go. */
  static final Duration SPAN = Duration.ofDays(52 * 7);

  private static final double DAYS_A_WEEK = 7;

  private final long seed;
  private final Instant start;
  private final double buyers;
  private final PurchaseTruth truth;
  private final People people;
  private final BusyTime time;

  PurchaseHistories(long seed, Instant start, double buyers, Company company, People people) {
    this.seed = seed;
    this.start = start;
    this.buyers = buyers;
    this.truth = company.purchases();
    this.people = people;
    this.time = new BusyTime(company.hours());
  }

  /** None for those who haven't bought yet. Purchases of one day are one. */
  List<PurchaseDay> of(int customer) {
    var chance = Chance.of(seed, 5, customer);
    return chance.holds(buyers) ? drawn(customer, chance) : List.of();
  }

  private List<PurchaseDay> drawn(int customer, Chance chance) {
    var habits = truth.habits(chance, people.person(customer).rank());
    var days = new ArrayList<PurchaseDay>();
    var end = time.at(start);
    var next = end - chance.even() * SPAN.toDays();
    for (var stopped = false; !stopped && next < end; next += wait(chance, habits)) {
      var at = time.when(next);
      if (days.isEmpty() || !date(at).equals(date(days.get(days.size() - 1).at()))) {
        days.add(new PurchaseDay(customer, days.size(), at, truth.spend(chance, habits)));
        stopped = days.size() > 1 && chance.holds(habits.stopping());
      }
    }
    return days;
  }

  /** Days until the next purchase. */
  private static double wait(Chance chance, PurchaseTruth.Habits habits) {
    return chance.gamma(1) / habits.rate() * DAYS_A_WEEK;
  }

  private static LocalDate date(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
