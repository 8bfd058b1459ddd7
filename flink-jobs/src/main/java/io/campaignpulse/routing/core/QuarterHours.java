package io.campaignpulse.routing.core;

import io.campaignpulse.events.views.QuarterHour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many calls came to a queue in each quarter of an hour of event time, lately and a day before.
 * What it keeps is bounded: one count for each quarter of an hour since.
 */
public final class QuarterHours {
  private static final long QUARTER = Duration.ofMinutes(15).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  static final long KEPT_MILLIS = DAY + QuarterHour.SHOWN * QUARTER;

  private final TreeMap<Long, Long> calls;

  QuarterHours(Map<Long, Long> calls) {
    this.calls = new TreeMap<>(calls);
  }

  /** The counts by the beginning of their quarter, for keeping. */
  Map<Long, Long> calls() {
    return Map.copyOf(calls);
  }

  /** Takes that a call was queued, and forgets what is too old to be shown. */
  void add(CallMark queued, long now) {
    forget(now);
    calls.merge(begin(queued.at()), (long) queued.sign(), Long::sum);
  }

  private void forget(long now) {
    calls.headMap(now - KEPT_MILLIS, false).clear();
  }

  /** Whether no count is left. */
  boolean isEmpty(long now) {
    forget(now);
    return calls.isEmpty();
  }

  private static long begin(long at) {
    return Math.floorDiv(at, QUARTER) * QUARTER;
  }

  /** The last quarters, the one that goes on last; none before the first call. */
  List<QuarterHour> last(long now) {
    forget(now);
    var quarters = new ArrayList<QuarterHour>(QuarterHour.SHOWN);
    for (int before = QuarterHour.SHOWN - 1; before >= 0 && !calls.isEmpty(); before--) {
      var at = begin(now) - before * QUARTER;
      if (at >= calls.firstKey()) {
        quarters.add(new QuarterHour(at, calls.getOrDefault(at, 0L), dayBefore(at)));
      }
    }
    return quarters;
  }

  /** Null where the queue may not have been known then. */
  private Long dayBefore(long at) {
    return at - DAY < calls.firstKey() ? null : calls.getOrDefault(at - DAY, 0L);
  }
}
