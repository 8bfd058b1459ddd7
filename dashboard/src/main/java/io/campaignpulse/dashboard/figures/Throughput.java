package io.campaignpulse.dashboard.figures;

import io.campaignpulse.events.views.Arrivals;
import java.util.ArrayDeque;

/** How many events a second came in lately, from what had come in at several times. */
final class Throughput {
  private static final long SPAN_MILLIS = 5_000;

  private record Sample(long asOf, long events) {}

  private final ArrayDeque<Sample> samples = new ArrayDeque<>();

  /** Events a second over the last few seconds, to one decimal; 0 until two samples differ. */
  synchronized double perSecond(Arrivals arrivals) {
    if (arrivals.catchingUp()) {
      // Its counts are not whole yet: what they jump by afterwards did not come in just now.
      samples.clear();
      return 0;
    }
    var newest = new Sample(arrivals.asOf(), events(arrivals));
    var last = samples.peekLast();
    if (last != null && (newest.asOf < last.asOf || newest.events < last.events)) {
      samples.clear();
      last = null;
    }
    if (last == null || newest.asOf > last.asOf) {
      samples.addLast(newest);
    }
    while (samples.size() > 2 && samples.peekFirst().asOf < newest.asOf - SPAN_MILLIS) {
      samples.removeFirst();
    }
    var first = samples.peekFirst();
    long millis = samples.peekLast().asOf - first.asOf;
    return millis == 0
        ? 0
        : Math.round(10_000.0 * (samples.peekLast().events - first.events) / millis) / 10.0;
  }

  private static long events(Arrivals arrivals) {
    return arrivals.byTopic().values().stream().mapToLong(Arrivals.Count::events).sum();
  }
}
