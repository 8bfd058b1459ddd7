package io.campaignpulse.value.core;

import static java.lang.Math.exp;
import static java.lang.Math.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Logarithm of the likelihood of many customers' mean spend under Gamma-Gamma. It is of those who
 * spent anything on a repeat purchase day; the model has no say on the others.
 */
final class SpendLikelihood {
  /** Beyond this a parameter, or its inverse, no longer makes a difference. */
  private static final double LIMIT = log(1e4);

  /** How far the mean of all customers may be from that of those seen. */
  private static final double MEAN_LIMIT = log(1e3);

  /** What q exceeds 1 by at least. */
  private static final double SMALLEST_EXCESS = 0.01;

  private static final double SAME = 1e-9;

  /** The means of those who bought as often, sorted so that no sum depends on who came first. */
  private record Group(int x, double[] means, double sumOfLogs) {
    double of(GammaGamma model) {
      double sum = means.length * model.logOfCount(x) + (model.p() * x - 1) * sumOfLogs;
      for (double mean : means) {
        sum += model.logOfMean(x, mean);
      }
      return sum;
    }
  }

  private final List<Group> groups;

  SpendLikelihood(Collection<PurchaseSummary> customers) {
    Map<Integer, List<Double>> means =
        customers.stream()
            .filter(customer -> customer.meanSpend() > 0)
            .collect(
                Collectors.groupingBy(
                    PurchaseSummary::repeatPurchases,
                    TreeMap::new,
                    Collectors.mapping(PurchaseSummary::meanSpend, Collectors.toList())));
    groups = means.entrySet().stream().map(e -> group(e.getKey(), e.getValue())).toList();
  }

  private static Group group(int x, List<Double> spend) {
    double[] means = spend.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Group(x, means, DoubleStream.of(means).map(Math::log).sum());
  }

  int customers() {
    return (int) means().count();
  }

  boolean everybodyTheSame() {
    var range = means().summaryStatistics();
    return range.getMax() - range.getMin() <= SAME * range.getMax();
  }

  private DoubleStream means() {
    return groups.stream().flatMapToDouble(group -> DoubleStream.of(group.means));
  }

  double of(GammaGamma model) {
    return groups.stream().mapToDouble(group -> group.of(model)).sum();
  }

  /** Over the logarithms of p, of q's excess and of the mean of all customers. */
  GammaGamma maximum() {
    double seen = means().average().orElseThrow();
    var starts = Stream.of(new double[] {0, 0, 0}, new double[] {2, 1, 0}, new double[] {1, 3, 0});
    return model(
        new Maximum(point -> of(model(point, seen)), LIMIT, LIMIT, MEAN_LIMIT)
            .from(starts.toList()),
        seen);
  }

  private static GammaGamma model(double[] point, double seen) {
    double p = exp(point[0]);
    double excess = exp(point[1]);
    return new GammaGamma(p, 1 + excess, exp(point[2]) * seen * excess / p);
  }

  /** Whether the likelihood would have q at or below 1. */
  boolean withoutMean(GammaGamma likeliest) {
    return likeliest.q() - 1 < SMALLEST_EXCESS;
  }
}
