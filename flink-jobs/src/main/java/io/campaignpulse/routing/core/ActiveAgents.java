package io.campaignpulse.routing.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * When each agent last answered a call of a queue, in event time: as near as events come to who is
 * at work. Bounded by how many agents there are.
 */
public final class ActiveAgents {
  private final Map<String, Long> answeredAt;

  ActiveAgents(Map<String, Long> answeredAt) {
    this.answeredAt = new HashMap<>(answeredAt);
  }

  /** The moments by agent, for keeping. */
  Map<String, Long> answeredAt() {
    return Map.copyOf(answeredAt);
  }

  void answered(String agentId, long at) {
    answeredAt.merge(agentId, at, Math::max);
  }

  /** Which agents answered a call since; the others are forgotten. */
  Set<String> since(long since) {
    answeredAt.values().removeIf(at -> at < since);
    return Set.copyOf(answeredAt.keySet());
  }

  /** Whether an agent answered a call since. */
  boolean answeredSince(String agentId, long since) {
    var at = answeredAt.get(agentId);
    return at != null && at >= since;
  }
}
