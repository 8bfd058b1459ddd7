package io.campaignpulse.routing.core;

import io.campaignpulse.events.routing.QueueMode;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.routing.core.CallFlow.Count;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The calls that wait in one queue, and how it has been doing lately. All times are event time. */
public final class CallQueue {
  private final String name;
  private final Map<String, RoutingDecision> waiting = new LinkedHashMap<>();
  private final CallFlow flow;
  private final RecentWaits waits;
  private final ServiceMinutes service;
  private final ActiveAgents agents;
  private final QuarterHours arrivals;
  private QueueMode mode;
  private Long modeSince;

  /**
   * All of a queue, for keeping.
   *
   * @param asOf the moment that event time had come to
   * @param modeSince null where the mode has always been this one
   */
  public record Memory(
      String name,
      long asOf,
      List<RoutingDecision> waiting,
      Map<Long, Count> flow,
      Map<String, RecentWaits.Waits> waits,
      Map<Long, ServiceMinutes.Count> service,
      Map<String, Long> agents,
      Map<Long, Long> arrivals,
      QueueMode mode,
      Long modeSince) {

    static Memory empty(String name) {
      return new Memory(
          name,
          Long.MIN_VALUE,
          List.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          QueueMode.ACCUMULATING,
          null);
    }
  }

  public CallQueue(Memory memory) {
    this.name = memory.name;
    this.flow = new CallFlow(memory.flow);
    this.waits = new RecentWaits(memory.waits);
    this.service = new ServiceMinutes(memory.service);
    this.agents = new ActiveAgents(memory.agents);
    this.arrivals = new QuarterHours(memory.arrivals);
    this.mode = memory.mode;
    this.modeSince = memory.modeSince;
    memory.waiting.forEach(call -> waiting.put(call.callId(), call));
  }

  public Memory memory(long asOf) {
    return new Memory(
        name,
        asOf,
        List.copyOf(waiting.values()),
        flow.parts(),
        waits.byTier(),
        service.minutes(),
        agents.answeredAt(),
        arrivals.calls(),
        mode,
        modeSince);
  }

  public String name() {
    return name;
  }

  public Collection<RoutingDecision> waiting() {
    return Collections.unmodifiableCollection(waiting.values());
  }

  /**
   * Takes a call, and decides on it.
   *
   * @param active whether an agent answers calls, in whatever queue
   */
  RoutingDecision add(RoutingDecision asked, Routing routing, Predicate<String> active, long now) {
    var before = waiting.get(asked.callId());
    if (before == null || before.queuedAt() != asked.queuedAt()) {
      flow.add(asked.queuedAt(), new Count(1, 0, 0), routing.windowMillis());
    }
    var decision =
        asked.decided(
            routing.queue(asked, active),
            routing.rate(asked.score()),
            mode,
            waits.expected(now - routing.windowMillis()).get(asked.tier()));
    waiting.put(asked.callId(), decision);
    return decision;
  }

  /** The decision on a call; empty if it does not wait here. */
  Optional<RoutingDecision> find(String callId) {
    return Optional.ofNullable(waiting.get(callId));
  }

  /** Lets a call go, of which this became. */
  void left(String callId, Act became, long at, Routing routing) {
    var call = waiting.remove(callId);
    if (became == Act.ABANDONED) {
      flow.add(at, new Count(0, 0, 1), routing.windowMillis());
    } else {
      flow.add(at, new Count(0, 1, 0), routing.windowMillis());
      var since = at - routing.windowMillis();
      waits.answered(call.tier(), at, at - call.queuedAt(), since);
    }
  }

  /** Counts what is found to count of a call, whether or not it was ever seen to wait here. */
  void count(CallMark mark, long now, long clock) {
    if (mark.kind() == CallMark.Kind.QUEUED) {
      arrivals.add(mark, now);
    } else {
      service.add(mark, now);
    }
    if (mark.agentId() != null && mark.sign() > 0) {
      agents.answered(mark.agentId(), Math.min(mark.at(), clock));
    }
  }

  /** Which agents answered a call of the queue in the window. */
  Set<String> agentsActive(Routing routing, long now) {
    return agents.since(now - routing.windowMillis());
  }

  /** Whether an agent is one of them. */
  boolean isActive(String agentId, Routing routing, long now) {
    return agents.answeredSince(agentId, now - routing.windowMillis());
  }

  /** Forgets a call of which nobody said what became of it. */
  void forget(String callId) {
    waiting.remove(callId);
  }

  /** Whether no call waits here and none has counted for so long that none is shown any more. */
  boolean isOver(Routing routing, long now) {
    return waiting.isEmpty()
        && arrivals.isEmpty(now)
        && waits.expected(now - QuarterHours.KEPT_MILLIS).isEmpty()
        && service.isEmpty(now)
        && flow.isEmpty(now, routing.windowMillis())
        && agentsActive(routing, now).isEmpty();
  }

  /** How the queue is doing now; settles in which order its calls are answered from here on. */
  QueueState state(Routing routing, long now) {
    var count = flow.within(now, routing.windowMillis());
    var overloaded = routing.overloaded(mode == QueueMode.STRICT, count.queued(), count.answered());
    var is = overloaded ? QueueMode.STRICT : QueueMode.ACCUMULATING;
    if (is != mode) {
      mode = is;
      modeSince = now;
    }
    return new QueueState(
        name,
        now,
        mode,
        modeSince,
        (int) (routing.windowMillis() / 1_000),
        count.queued(),
        count.answered(),
        count.abandoned(),
        waits.expected(now - routing.windowMillis()),
        service.counts(now),
        agentsActive(routing, now).size(),
        arrivals.last(now));
  }
}
