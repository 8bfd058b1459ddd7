package io.campaignpulse.standalone.load;

import io.campaignpulse.simulators.load.LoadMix;
import io.campaignpulse.simulators.load.LoadPlan;
import java.time.Duration;
import java.time.Instant;

/**
 * What is sent.
 *
 * @param seed events of one seed are the same events: a second run needs another
 * @param warmUp how long the same load runs before it is timed
 */
public record Load(
    long seed, double eventsPerSecond, Duration warmUp, Duration duration, LoadMix mix) {
  /** When each is due is kept until it is seen: more would not fit in the heap. */
  private static final double MOST_EVENTS = 5e7;

  public Load {
    var events = eventsPerSecond * (seconds(warmUp) + seconds(duration));
    if (events > MOST_EVENTS) {
      throw new IllegalArgumentException(
          "--rate, --warm-up and --duration make %.3g events; at most %,.0f are sent"
              .formatted(events, MOST_EVENTS));
    }
  }

  private static double seconds(Duration time) {
    return time.toSeconds() + time.toNanosPart() / 1e9;
  }

  public LoadPlan plan(Instant start) {
    return new LoadPlan(seed, start, eventsPerSecond, mix);
  }

  long warmUpEvents() {
    return events(warmUp);
  }

  long events() {
    return events(warmUp.plus(duration));
  }

  private long events(Duration time) {
    return (long) (eventsPerSecond * time.toNanos() / 1e9);
  }

  String words() {
    return "Sending %,.0f events a second: %s to warm up, then %s that are timed"
        .formatted(eventsPerSecond, warmUp, duration);
  }
}
