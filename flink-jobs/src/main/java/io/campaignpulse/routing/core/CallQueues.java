package io.campaignpulse.routing.core;

import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All queues and the calls that wait in them. A call waits in one queue: the one in which it was
 * queued last. News of one call may come in any order within a while.
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
    advance(memory.asOf());
    queue.waiting().forEach(call -> byCall.put(call.callId(), queue));
  }

  public Collection<CallQueue> all() {
    return queues.values();
  }

  /** All queues, for keeping. */
  public List<CallQueue.Memory> memories() {
    return queues.values().stream().map(queue -> queue.memory(now)).toList();
  }

  /** Event time has come to this moment. */
  public void advance(long at) {
    now = Math.max(now, at);
  }

  /** Takes a call; empty if it has left already, or waits since a later moment. */
  public Optional<RoutingDecision> queued(RoutingDecision asked, Routing routing) {
    var callId = asked.callId();
    var leftAt = left.get(callId);
    var before = byCall.get(callId);
    if (leftAt != null && leftAt >= asked.queuedAt()
        || before != null && before.queuedAt(callId) > asked.queuedAt()
        || now - asked.queuedAt() > LONGEST_WAIT_MILLIS) {
      return Optional.empty();
    }
    advance(asked.queuedAt());
    if (before != null && !before.name().equals(asked.queue())) {
      before.forget(callId);
    }
    var queue =
        queues.computeIfAbsent(asked.queue(), name -> new CallQueue(CallQueue.Memory.empty(name)));
    byCall.put(callId, queue);
    return Optional.of(queue.add(asked, routing, now));
  }

  /** The decision on a call that waits. */
  public Optional<RoutingDecision> find(String callId) {
    return Optional.ofNullable(byCall.get(callId)).flatMap(queue -> queue.find(callId));
  }

  /** Lets a call go; returns where it waited, which is nowhere if it was not known to. */
  public Optional<CallQueue> left(String callId, Act became, long at, Routing routing) {
    left.merge(callId, at, Math::max);
    var queue = byCall.get(callId);
    if (queue == null || at < queue.queuedAt(callId)) {
      return Optional.empty();
    }
    advance(at);
    byCall.remove(callId);
    queue.left(callId, became, at, routing);
    return Optional.of(queue);
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

  /** How all queues are doing now. */
  public List<QueueState> states(Routing routing) {
    return queues.values().stream().map(queue -> queue.state(routing, now)).toList();
  }
}
