package io.campaignpulse.routing.core;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All queues and the calls that wait in them. A call waits in one queue: the one in which it was
 * queued last. News of one call may come in any order within a while. Whoever tells something tells
 * the clock's time, too, in epoch milliseconds: event time never comes to a later moment, so one
 * call with a wrong clock makes no other one too old.
 */
public final class CallQueues {
  /** Nobody waits longer than this: what became of such a call was not told. */
  private static final long LONGEST_WAIT_MILLIS = Duration.ofHours(4).toMillis();

  /**
   * How many calls that have left are remembered, against news of their queueing that come late.
   */
  private static final int MOST_LEFT = 10_000;

  /** More calls than any centre has lines: where more wait, nobody tells what became of them. */
  private static final int MOST_WAITING = 20_000;

  private final Map<String, CallQueue> queues = new TreeMap<>();
  private final Map<String, CallQueue> byCall = new HashMap<>();
  private final Map<String, Long> left =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_LEFT;
        }
      };

  /** Before any news, so long ago that nothing is too old. */
  private long now = Long.MIN_VALUE / 2;

  /** Takes up a queue that was kept. */
  public void restore(CallQueue.Memory memory) {
    var queue = new CallQueue(memory);
    queues.put(queue.name(), queue);
    now = Math.max(now, memory.asOf());
    queue.waiting().forEach(call -> byCall.put(call.callId(), queue));
  }

  public Collection<CallQueue> all() {
    return queues.values();
  }

  /** All queues, for keeping. */
  public List<CallQueue.Memory> memories() {
    return queues.values().stream().map(queue -> queue.memory(now)).toList();
  }

  /** Event time has come to this moment; one that was kept may lie ahead of the clock, too. */
  public void advance(long at, long clock) {
    now = Math.min(Math.max(now, at), clock);
  }

  /**
   * A call that waits from here on.
   *
   * @param before the same call as it waited until now, maybe in another queue; null if it did not
   */
  public record Queued(RoutingDecision decision, RoutingDecision before) {}

  /** Takes a call; empty if it has left already, or waits since a later moment. */
  public Optional<Queued> queued(RoutingDecision asked, Routing routing, long clock) {
    advance(asked.queuedAt(), clock);
    var callId = asked.callId();
    var leftAt = left.get(callId);
    var before = find(callId).orElse(null);
    if (leftAt != null && leftAt >= asked.queuedAt()
        || before != null && before.queuedAt() > asked.queuedAt()
        || now - asked.queuedAt() > LONGEST_WAIT_MILLIS) {
      return Optional.empty();
    }
    if (before != null && !before.queue().equals(asked.queue())) {
      byCall.get(callId).forget(callId);
    }
    var queue = queue(asked.queue());
    byCall.put(callId, queue);
    var decision = queue.add(asked, routing, agentId -> isActive(agentId, routing), now);
    return Optional.of(new Queued(decision, before));
  }

  /** Who answers in one queue is there for all: the queue of an agent has nobody else. */
  private boolean isActive(String agentId, Routing routing) {
    return queues.values().stream().anyMatch(queue -> queue.isActive(agentId, routing, now));
  }

  private CallQueue queue(String queue) {
    return queues.computeIfAbsent(queue, name -> new CallQueue(CallQueue.Memory.empty(name)));
  }

  /** Counts what is found to count of a call; what is too old to be shown does not. */
  public void count(List<CallMark> marks, long clock) {
    for (var mark : marks) {
      if (now - mark.at() <= QuarterHours.KEPT_MILLIS) {
        queue(mark.queue()).count(mark, now, clock);
      }
    }
  }

  /** The decision on a call that waits. */
  public Optional<RoutingDecision> find(String callId) {
    return Optional.ofNullable(byCall.get(callId)).flatMap(queue -> queue.find(callId));
  }

  /** Lets a call go; returns it as it waited, which is empty if it was not known to. */
  public Optional<RoutingDecision> left(
      String callId, Act became, long at, Routing routing, long clock) {
    advance(at, clock);
    left.merge(callId, at, Math::max);
    var call = find(callId).filter(waiting -> at >= waiting.queuedAt());
    call.ifPresent(
        gone -> byCall.remove(callId).left(callId, became, Math.min(at, clock), routing));
    return call;
  }

  /**
   * Forgets calls that wait for longer than anybody would, and of more than a centre can have the
   * first that came; returns them.
   */
  public List<RoutingDecision> expire() {
    var expired = new ArrayList<RoutingDecision>();
    for (var queue : queues.values()) {
      var tooMany = queue.waiting().size() - MOST_WAITING;
      for (var call : queue.waiting()) {
        if (tooMany-- > 0 || now - call.queuedAt() > LONGEST_WAIT_MILLIS) {
          expired.add(call);
        }
      }
    }
    for (var call : expired) {
      byCall.remove(call.callId()).forget(call.callId());
    }
    return expired;
  }

  /**
   * Forgets queues of which there is nothing to show any more, until a call comes to them; returns
   * their names. Else each agent who ever had a queue would have one for good.
   */
  public List<String> forget(Routing routing) {
    var over =
        queues.values().stream()
            .filter(queue -> queue.isOver(routing, now))
            .map(CallQueue::name)
            .toList();
    over.forEach(queues::remove);
    return over;
  }

  /** Which agents answered a call in the window, in whatever queue. */
  public AgentsActive agentsActive(Routing routing) {
    var agents = new HashSet<String>();
    queues.values().forEach(queue -> agents.addAll(queue.agentsActive(routing, now)));
    return new AgentsActive(agents);
  }

  /** How all queues are doing now. */
  public List<QueueState> states(Routing routing) {
    return queues.values().stream().map(queue -> queue.state(routing, now)).toList();
  }
}
