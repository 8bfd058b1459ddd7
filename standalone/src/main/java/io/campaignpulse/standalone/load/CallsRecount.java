package io.campaignpulse.standalone.load;

import io.campaignpulse.events.avro.Call;
import io.campaignpulse.events.avro.CallPhase;
import io.campaignpulse.simulators.load.LoadPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the calls of a load must come to in their queue, recounted from its plan call by call.
 *
 * @param arrivals how many were queued, by the quarter of an hour
 * @param answered how many were answered, at the earliest when they were queued
 * @param answeredWithin how many of them within {@link #THRESHOLD}
 */
record CallsRecount(SortedMap<Instant, Long> arrivals, long answered, long answeredWithin) {
  static final Duration THRESHOLD = Duration.ofSeconds(20);
  private static final long QUARTER_SECONDS = 15 * 60;

  /** The calls among the first so many events of a plan. */
  static CallsRecount of(LoadPlan plan, long events) {
    Map<String, Instant> queued = new HashMap<>();
    Map<String, Instant> answers = new HashMap<>();
    for (long n = 0; n < events; n++) {
      if (plan.event(n) instanceof Call call) {
        var times = call.getPhase() == CallPhase.QUEUED ? queued : answers;
        times.put(call.getCallId(), call.getOccurredAt());
      }
    }
    return of(queued, answers);
  }

  /** By when each call was queued and when it was answered. */
  static CallsRecount of(Map<String, Instant> queued, Map<String, Instant> answers) {
    var arrivals = new TreeMap<Instant, Long>();
    long answered = 0;
    long within = 0;
    for (var call : queued.entrySet()) {
      var at = call.getValue();
      arrivals.merge(quarter(at), 1L, Long::sum);
      var answeredAt = answers.get(call.getKey());
      if (answeredAt != null && !answeredAt.isBefore(at)) {
        answered++;
        within += answeredAt.isAfter(at.plus(THRESHOLD)) ? 0 : 1;
      }
    }
    return new CallsRecount(arrivals, answered, within);
  }

  private static Instant quarter(Instant at) {
    return Instant.ofEpochSecond(
        Math.floorDiv(at.getEpochSecond(), QUARTER_SECONDS) * QUARTER_SECONDS);
  }
}
