package io.campaignpulse.events.views;

import java.util.List;

/**
 * The routing decisions on the calls that were queued last, in all queues.
 *
 * @param decisions the newest first
 */
public record NewestDecisions(List<RoutingDecision> decisions) {
  /** How many are shown at most. */
  public static final int SHOWN = 20;
}
