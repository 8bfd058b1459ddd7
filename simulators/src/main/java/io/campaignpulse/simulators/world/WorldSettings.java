package io.campaignpulse.simulators.world;

import java.time.Duration;

/**
 * How large and how lively a world is, and how untidy its events arrive. A campaign takes as long
 * for an eighth of the customers as they last at its pace; if that is shorter than the response
 * window, customers hear from two campaigns at once and response rates drift from the truth.
 *
 * @param customers how many customers the company knows
 * @param pastBuyers the share of them who have bought before the world begins
 * @param contactsPerSecond how many customers each campaign comes to in a second
 * @param responseWindow how long after a contact a response is credited to it
 * @param organicShare the share of customers who do something of their own accord in such a window
 * @param prospectsPerSecond how many visitors and callers come whom the company doesn't know
 * @param disorder the share of events that arrive late
 * @param disorderUpTo how late they are at most
 * @param repeats the share of events that arrive twice
 */
public record WorldSettings(
    int customers,
    double pastBuyers,
    double contactsPerSecond,
    Duration responseWindow,
    double organicShare,
    double prospectsPerSecond,
    double disorder,
    Duration disorderUpTo,
    double repeats) {
  /** Lively but calm: some 40 events a second, about 20 responses a minute. */
  public static final WorldSettings DEMO =
      new WorldSettings(
          60_000, 0.33, 0.7, Duration.ofHours(2), 0.02, 5.5, 0.02, Duration.ofMinutes(10), 0.005);

  /** More customers than phone numbers can be made for would share them. */
  private static final int MOST_CUSTOMERS = 200_000;

  public WorldSettings {
    require(customers >= 100 && customers <= MOST_CUSTOMERS, "customers", customers);
    require(pastBuyers >= 0 && pastBuyers <= 1, "pastBuyers", pastBuyers);
    require(contactsPerSecond > 0, "contactsPerSecond", contactsPerSecond);
    require(responseWindow.compareTo(Duration.ofMinutes(1)) >= 0, "responseWindow", responseWindow);
    require(organicShare >= 0 && organicShare < 1, "organicShare", organicShare);
    require(prospectsPerSecond >= 0, "prospectsPerSecond", prospectsPerSecond);
    require(disorder >= 0 && disorder <= 1, "disorder", disorder);
    require(!disorderUpTo.isNegative(), "disorderUpTo", disorderUpTo);
    require(repeats >= 0 && repeats <= 1, "repeats", repeats);
  }

  private static void require(boolean holds, String name, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": " + value + " is out of range");
    }
  }

  /** The same world without late or repeated events. */
  public WorldSettings tidy() {
    return new WorldSettings(
        customers,
        pastBuyers,
        contactsPerSecond,
        responseWindow,
        organicShare,
        prospectsPerSecond,
        0,
        Duration.ZERO,
        0);
  }

  /** How many customers do something of their own accord in a second, on average over the day. */
  double organicPerSecond() {
    return customers * -Math.log(1 - organicShare) / responseWindow.toSeconds();
  }

  /** How long after its first event a story's last event can still arrive. */
  Duration horizon() {
    return responseWindow.plus(Duration.ofHours(2)).plus(disorderUpTo);
  }
}
