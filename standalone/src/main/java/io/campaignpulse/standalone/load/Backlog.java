package io.campaignpulse.standalone.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether a system keeps up: how far it is behind may vary, but must not grow. Growth is the
 * slope of the line of least squares through the samples of the second half.
 */
final class Backlog {
  /** A system that does at least so much of what is due counts as keeping up. */
  private static final double KEPT_UP = 0.98;

  private record Sample(double at, double behind) {}

  private final List<Sample> samples = new ArrayList<>();

  /** Takes how long the first event that is not shown has been due; both in seconds. */
  synchronized void sample(double at, double behind) {
    samples.add(new Sample(at, behind));
  }

  /** By how many seconds the system falls behind in each second. */
  synchronized double growth() {
    if (samples.isEmpty()) {
      return 0;
    }
    var half = (samples.get(0).at + samples.get(samples.size() - 1).at) / 2;
    var late = samples.stream().filter(sample -> sample.at >= half).toList();
    var meanAt = late.stream().mapToDouble(Sample::at).average().orElse(0);
    var meanBehind = late.stream().mapToDouble(Sample::behind).average().orElse(0);
    var spread = late.stream().mapToDouble(s -> (s.at - meanAt) * (s.at - meanAt)).sum();
    var joint = late.stream().mapToDouble(s -> (s.at - meanAt) * (s.behind - meanBehind)).sum();
    return spread == 0 ? 0 : joint / spread;
  }

  boolean keptUp() {
    return growth() <= 1 - KEPT_UP;
  }
}
