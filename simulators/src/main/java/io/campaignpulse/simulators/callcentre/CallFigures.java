package io.campaignpulse.simulators.callcentre;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** What some calls came to. Waits are in seconds, revenue in minor units. */
public final class CallFigures {
  private final CallCounts counts;
  private final double answeredWaited;
  private final double[] waits;
  private final long sales;
  private final long revenue;

  private CallFigures(Collection<Outcome> outcomes, double threshold) {
    counts =
        new CallCounts(
            outcomes.stream().filter(Outcome::answered).count(),
            outcomes.stream().filter(o -> !o.answered()).count(),
            outcomes.stream().filter(o -> o.answered() && o.waited() <= threshold).count(),
            outcomes.stream().filter(o -> !o.answered() && o.waited() <= threshold).count());
    answeredWaited = outcomes.stream().filter(Outcome::answered).mapToDouble(Outcome::waited).sum();
    waits = outcomes.stream().mapToDouble(Outcome::waited).sorted().toArray();
    sales = outcomes.stream().filter(o -> o.sale() > 0).count();
    revenue = outcomes.stream().mapToLong(Outcome::sale).sum();
  }

  /**
   * @param threshold seconds within which an answer counts for the service level
   */
  public static CallFigures of(Collection<Outcome> outcomes, double threshold) {
    return new CallFigures(outcomes, threshold);
  }

  /** Those of one tier. */
  public static CallFigures of(List<Outcome> outcomes, double threshold, int tier) {
    return of(outcomes.stream().filter(o -> o.call().tier() == tier).toList(), threshold);
  }

  public CallCounts counts() {
    return counts;
  }

  /** Average speed of answer: the mean wait of answered calls. */
  public OptionalDouble asa() {
    return ratio(answeredWaited, counts.answered());
  }

  /** The mean wait of all, answered or not. */
  public OptionalDouble meanWait() {
    return ratio(Arrays.stream(waits).sum(), waits.length);
  }

  /** Abandoned per offered. */
  public OptionalDouble abandonment() {
    return ratio(counts.abandoned(), counts.offered());
  }

  /** The wait that this share of all calls, answered or not, doesn't exceed. */
  public OptionalDouble waitAt(double share) {
    return waits.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(waits[(int) Math.max(0, Math.ceil(share * waits.length) - 1)]);
  }

  public OptionalDouble serviceLevel(ServiceLevel definition) {
    return definition.of(counts);
  }

  public long sales() {
    return sales;
  }

  public long revenue() {
    return revenue;
  }

  private static OptionalDouble ratio(double part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
  }
}
