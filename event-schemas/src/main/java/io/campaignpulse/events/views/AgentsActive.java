package io.campaignpulse.events.views;

import java.util.Set;

/**
 * The agents who answer calls: those who answered one lately, in whatever queue. Who is on duty and
 * answers nobody is none of them.
 */
public record AgentsActive(Set<String> agentIds) {
  public static final AgentsActive NONE = new AgentsActive(Set.of());

  public AgentsActive {
    agentIds = Set.copyOf(agentIds);
  }

  /** Whether an agent is one of them. */
  public boolean has(String agentId) {
    return agentIds.contains(agentId);
  }
}
