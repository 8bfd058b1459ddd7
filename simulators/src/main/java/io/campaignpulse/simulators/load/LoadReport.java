package io.campaignpulse.simulators.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What an open-loop load came to, the warm-up counted but not timed. Both histograms are in
 * microseconds from the intended send time, so that a sender or a system that stalls can't hide it.
 *
 * @param begun until the request was begun
 * @param answered until the system had said that it has the event
 */
public record LoadReport(
    long accepted,
    long rejected,
    double offeredPerSecond,
    Duration took,
    Histogram begun,
    Histogram answered) {

  public double achievedPerSecond() {
    return accepted / Math.max(1e-9, took.toNanos() / 1e9);
  }

  public Duration answeredAt(double percentile) {
    return Duration.ofNanos(answered.getValueAtPercentile(percentile) * 1000);
  }
}
