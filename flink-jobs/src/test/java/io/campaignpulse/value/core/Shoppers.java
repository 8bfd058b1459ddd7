package io.campaignpulse.value.core;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomDataGenerator;

/** Customers who behave as the models say, at any time of day, observed for one or two years. */
final class Shoppers {
  private static final double SHORTEST_WEEKS = 52;
  private static final double LONGEST_WEEKS = 104;

  private final RandomDataGenerator random;
  private final BgNbd purchases;
  private final GammaGamma spend;

  private Shoppers(long seed, BgNbd purchases, GammaGamma spend) {
    this.random = new RandomDataGenerator(seed);
    this.purchases = purchases;
    this.spend = spend;
  }

  static List<PurchaseSummary> of(long seed, int number, BgNbd purchases, GammaGamma spend) {
    var shoppers = new Shoppers(seed, purchases, spend);
    return IntStream.range(0, number).mapToObj(i -> shoppers.next()).toList();
  }

  private PurchaseSummary next() {
    double age = random.nextUniform(SHORTEST_WEEKS, LONGEST_WEEKS);
    double rate = random.nextGamma(purchases.r(), 1 / purchases.alpha());
    double stopping = random.nextBeta(purchases.a(), purchases.b());
    int x = 0;
    double last = 0;
    double next = random.nextExponential(1 / rate);
    while (next <= age) {
      x++;
      last = next;
      next =
          random.nextUniform(0, 1) < stopping
              ? Double.POSITIVE_INFINITY
              : next + random.nextExponential(1 / rate);
    }
    return new PurchaseSummary(x + 1, last, age, x == 0 ? 0 : meanSpend(x));
  }

  private double meanSpend(int x) {
    double rate = random.nextGamma(spend.q(), 1 / spend.v());
    return random.nextGamma(spend.p() * x, 1 / rate) / x;
  }
}
