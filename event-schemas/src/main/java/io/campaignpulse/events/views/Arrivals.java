package io.campaignpulse.events.views;

import java.util.Map;

/**
 * What came in since the beginning, by topic.
 *
 * @param asOf when these were counted, in epoch milliseconds
 * @param newestEvent the latest event time seen, in epoch milliseconds; null before the first event
 * @param catchingUp whether the jobs are still reading again what they had read before a restart;
 *     until they have, the serving store keeps the figures from before it
 */
public record Arrivals(
    long version, long asOf, Long newestEvent, boolean catchingUp, Map<String, Count> byTopic) {

  /** Events read, and among them those refused and those that came too late to count. */
  public record Count(long events, long deadLetters, long late) {
    public static final Count NONE = new Count(0, 0, 0);

    public Count plus(Count other) {
      return new Count(events + other.events, deadLetters + other.deadLetters, late + other.late);
    }
  }
}
