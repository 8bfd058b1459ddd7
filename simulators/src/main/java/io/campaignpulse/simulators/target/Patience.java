package io.campaignpulse.simulators.target;

import java.time.Duration;

/**
 * How long a sender tries again while the system is away, and how it waits in between.
 *
 * @param total how long one request is tried before giving up
 * @param first the first wait; each further one is twice as long
 * @param longest the longest wait
 */
public record Patience(Duration total, Duration first, Duration longest) {
  public static final Patience DEFAULT =
      new Patience(Duration.ofMinutes(5), Duration.ofMillis(100), Duration.ofSeconds(2));

  public Patience {
    if (total.isNegative() || first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("no such patience: " + total + first + longest);
    }
  }

  Duration waitBefore(int attempt) {
    var doubled = first.multipliedBy(1L << Math.min(attempt, 20));
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }
}
