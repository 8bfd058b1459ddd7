package io.campaignpulse.routing.core;

import io.campaignpulse.events.views.ServiceCounts;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the calls that left a queue within the last hour of event time had waited. What it keeps is
 * bounded: counts for each minute of that hour.
 */
public final class ServiceMinutes {
  static final long WINDOW_MILLIS = Duration.ofHours(1).toMillis();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  /** Calls that left the queue in one minute. */
  public record Count(
      long answeredInTime, long answeredLater, long abandonedEarly, long abandonedLater) {
    static final Count NONE = new Count(0, 0, 0, 0);

    Count add(Count other) {
      return new Count(
          answeredInTime + other.answeredInTime,
          answeredLater + other.answeredLater,
          abandonedEarly + other.abandonedEarly,
          abandonedLater + other.abandonedLater);
    }

    private static Count of(CallMark mark) {
      var sign = mark.sign();
      return switch (mark.kind()) {
        case QUEUED -> NONE;
        case ANSWERED_IN_TIME -> new Count(sign, 0, 0, 0);
        case ANSWERED_LATER -> new Count(0, sign, 0, 0);
        case ABANDONED_EARLY -> new Count(0, 0, sign, 0);
        case ABANDONED_LATER -> new Count(0, 0, 0, sign);
      };
    }
  }

  private final TreeMap<Long, Count> minutes;

  ServiceMinutes(Map<Long, Count> minutes) {
    this.minutes = new TreeMap<>(minutes);
  }

  /** The counts by the beginning of their minute, for keeping. */
  Map<Long, Count> minutes() {
    return Map.copyOf(minutes);
  }

  /** Takes a mark, and forgets what is older than the window before now. */
  void add(CallMark mark, long now) {
    forget(now);
    var minute = Math.floorDiv(mark.at(), MINUTE) * MINUTE;
    if (minute >= now - WINDOW_MILLIS) {
      minutes.merge(minute, Count.of(mark), Count::add);
    }
  }

  private void forget(long now) {
    minutes.headMap(now - WINDOW_MILLIS, false).clear();
  }

  /** Whether no count is left. */
  boolean isEmpty(long now) {
    forget(now);
    return minutes.isEmpty();
  }

  /** What happened within the window before now. */
  ServiceCounts counts(long now) {
    forget(now);
    var sum = minutes.headMap(now, true).values().stream().reduce(Count.NONE, Count::add);
    return new ServiceCounts(
        (int) (WINDOW_MILLIS / 1_000),
        sum.answeredInTime,
        sum.answeredInTime + sum.answeredLater,
        sum.abandonedEarly,
        sum.abandonedEarly + sum.abandonedLater);
  }
}
