package io.campaignpulse.dashboard.ports;

import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The calls that wait, and who takes them; every method may throw {@link
 * StoreUnavailableException}.
 */
public interface QueueStore {
  /**
   * A queue at a moment.
   *
   * @param state null while nothing is known of it but its calls
   * @param calls that wait, in no order; those that somebody is taking are left out
   */
  record Waiting(QueueState state, List<RoutingDecision> calls) {}

  /** The names of all queues. */
  Set<String> names();

  /** These queues, by name; those of which nothing is known are left out. */
  Map<String, Waiting> waiting(Collection<String> queues);

  /** Who answers calls; nobody while that is not known. */
  AgentsActive agentsActive();

  /** What was decided on the calls that were queued last, the newest first. */
  List<RoutingDecision> newestDecisions();

  /** A waiting call; empty for one that waits no more. */
  Optional<RoutingDecision> find(String queue, String callId);

  /**
   * Takes a call for a while, if it still waits and nobody else has it. One that was queued again
   * meanwhile is another call to take.
   *
   * @param by who takes it, different each time
   */
  boolean claim(RoutingDecision call, String by, Duration hold);

  /** Holds a claim for longer, or takes it again; says whether it is not somebody else's by now. */
  boolean keep(RoutingDecision call, String by, Duration hold);

  /** Gives a claim back, if it is still the same. */
  void release(RoutingDecision call, String by);
}
