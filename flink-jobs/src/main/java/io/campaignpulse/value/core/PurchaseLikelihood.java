package io.campaignpulse.value.core;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Logarithm of the likelihood of many customers' purchases under BG/NBD. Customers of the same
 * history are one term, and what depends on the number of purchases alone is computed once for each
 * number.
 */
final class PurchaseLikelihood {
  /** Beyond this a parameter, or its inverse, no longer makes a difference. */
  private static final double LIMIT = log(1e4);

  private static final double TIME_LIMIT = log(1e6);

  private record History(int x, double tx, double age) implements Comparable<History> {
    private static final Comparator<History> ORDER =
        Comparator.comparingInt(History::x)
            .thenComparingDouble(History::tx)
            .thenComparingDouble(History::age);

    static History of(PurchaseSummary customer) {
      return new History(customer.repeatPurchases(), customer.recencyWeeks(), customer.ageWeeks());
    }

    @Override
    public int compareTo(History other) {
      return ORDER.compare(this, other);
    }
  }

  /** The distinct histories of those who bought as often, and how many customers have each. */
  private record Group(int x, int customers, double[] tx, double[] age, int[] count) {
    double of(BgNbd model) {
      double sum = customers * model.logOfCount(x);
      for (int i = 0; i < count.length; i++) {
        sum += count[i] * model.logOfTimes(x, tx[i], age[i]);
      }
      return sum;
    }
  }

  private final Group[] groups;

  PurchaseLikelihood(Collection<PurchaseSummary> customers) {
    var counts = new HashMap<History, Integer>();
    customers.forEach(customer -> counts.merge(History.of(customer), 1, Integer::sum));
    var byX = counts.keySet().stream().collect(groupingBy(History::x, TreeMap::new, toList()));
    groups = byX.values().stream().map(same -> group(same, counts)).toArray(Group[]::new);
  }

  /** Sorted, so that no sum depends on which customer came first. */
  private static Group group(List<History> same, Map<History, Integer> counts) {
    var histories = same.stream().sorted().toList();
    int[] count = histories.stream().mapToInt(counts::get).toArray();
    return new Group(
        histories.get(0).x,
        IntStream.of(count).sum(),
        histories.stream().mapToDouble(History::tx).toArray(),
        histories.stream().mapToDouble(History::age).toArray(),
        count);
  }

  double of(BgNbd model) {
    double sum = 0;
    for (var group : groups) {
      sum += group.of(model);
    }
    return sum;
  }

  int histories() {
    return Arrays.stream(groups).mapToInt(group -> group.count.length).sum();
  }

  /** Over the logarithms of r, of the mean time between purchases, of a, and of b over a. */
  BgNbd maximum() {
    double time = log(timeBetweenPurchases());
    var starts =
        List.of(
            new double[] {0, time, 0, 1},
            new double[] {-1, time + 1, -1, 1},
            new double[] {2, time - 1, 1, 2});
    return model(
        new Maximum(point -> of(model(point)), LIMIT, TIME_LIMIT, LIMIT, LIMIT).from(starts));
  }

  private static BgNbd model(double[] point) {
    double r = exp(point[0]);
    double a = exp(point[2]);
    return new BgNbd(r, r * exp(point[1]), a, a * exp(point[3]));
  }

  /** Weeks of all customers' observation to a repeat purchase. */
  private double timeBetweenPurchases() {
    double weeks = 0;
    double purchases = 0;
    for (var group : groups) {
      for (int i = 0; i < group.count.length; i++) {
        weeks += group.count[i] * group.age[i];
        purchases += group.count[i] * group.x;
      }
    }
    return weeks / purchases;
  }
}
