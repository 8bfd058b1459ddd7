package io.campaignpulse.routing.core;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many calls came to a queue and left it lately, in event time. What it keeps is bounded:
 * counts for each of the last parts of the window.
 */
public final class CallFlow {
  private static final int PARTS = 60;

  /** What happened to calls in one part of the window. */
  public record Count(long queued, long answered, long abandoned) {
    static final Count NONE = new Count(0, 0, 0);

    Count add(Count other) {
      return new Count(
          queued + other.queued, answered + other.answered, abandoned + other.abandoned);
    }
  }

  private final TreeMap<Long, Count> parts;

  CallFlow(Map<Long, Count> parts) {
    this.parts = new TreeMap<>(parts);
  }

  /** The counts by the beginning of their part, for keeping. */
  Map<Long, Count> parts() {
    return Map.copyOf(parts);
  }

  void add(long at, Count count, long windowMillis) {
    var part = Math.max(1, windowMillis / PARTS);
    parts.merge(Math.floorDiv(at, part) * part, count, Count::add);
  }

  private void forget(long now, long windowMillis) {
    parts.headMap(now - windowMillis, false).clear();
  }

  /** Whether no count is left. */
  boolean isEmpty(long now, long windowMillis) {
    forget(now, windowMillis);
    return parts.isEmpty();
  }

  /** What happened within the window before now; what is older is forgotten. */
  Count within(long now, long windowMillis) {
    forget(now, windowMillis);
    return parts.headMap(now, true).values().stream().reduce(Count.NONE, Count::add);
  }
}
