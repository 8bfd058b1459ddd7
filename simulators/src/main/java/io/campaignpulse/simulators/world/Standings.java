package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.CustomerRef;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What customers are worth in truth: tier A are the top 5 % by what they spent in the year before
 * the world began, B the next 15 %, C all others and whoever is no customer. The system's tiers
 * come near that but need not be the same.
 */
final class Standings {
  private static final double SHARE_OF_A = 0.05;
  private static final double SHARE_OF_A_AND_B = 0.2;

  private final AddressBook customers;
  private final double[] spent;
  private final double leastOfA;
  private final double leastOfB;

  Standings(PurchaseHistories histories, int customers) {
    this.customers = new AddressBook(customers);
    this.spent =
        IntStream.range(0, customers).mapToDouble(number -> spent(histories, number)).toArray();
    var sorted = DoubleStream.of(spent).sorted().toArray();
    this.leastOfA = sorted[customers - (int) (SHARE_OF_A * customers)];
    this.leastOfB = sorted[customers - (int) (SHARE_OF_A_AND_B * customers)];
  }

  private static double spent(PurchaseHistories histories, int customer) {
    return histories.of(customer).stream().mapToDouble(PurchaseDay::spend).sum();
  }

  String tier(CustomerRef who) {
    var number = customers.number(who);
    if (number.isEmpty() || spent[number.getAsInt()] == 0) {
      return "C";
    }
    var worth = spent[number.getAsInt()];
    if (worth >= leastOfA) {
      return "A";
    }
    return worth >= leastOfB ? "B" : "C";
  }
}
