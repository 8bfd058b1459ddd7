package io.campaignpulse.dashboard.figures;

import io.campaignpulse.events.views.Arrivals;
import java.time.Instant;
import java.util.Optional;

/** Now, in event time: the newest event's time, or the clock's while there is none. */
public final class EventTime {
  private EventTime() {}

  /** An event that says it comes from the future does not take all figures with it. */
  public static Instant now(Optional<Arrivals> arrivals, Instant clock) {
    var newest = arrivals.map(Arrivals::newestEvent).map(Instant::ofEpochMilli);
    return newest.filter(event -> event.isBefore(clock)).orElse(clock);
  }

  /** The epoch minute that holds the instant. */
  public static long minute(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), 60L);
  }

  public static Instant ofMinute(long epochMinute) {
    return Instant.ofEpochSecond(epochMinute * 60);
  }
}
