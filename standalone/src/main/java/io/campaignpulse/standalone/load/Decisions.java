package io.campaignpulse.standalone.load;

import io.campaignpulse.events.RedisKeys;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import redis.clients.jedis.RedisClient;

/**
 * How long queued calls took from the moment at which they were to be sent to the moment at which
 * the decision on each can be read. A call that is answered before it was seen is never seen.
 */
final class Decisions {
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

  /** Nobody looks for a call any more that has been due for so long. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  private record Call(String callId, long dueNanos) {}

  private final String key;
  private final long warmUpNanos;
  private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
  private final Deque<Call> planned = new ArrayDeque<>();
  private List<Call> awaited = new ArrayList<>();
  private long begunNanos = Long.MAX_VALUE;
  private int missed;

  Decisions(String queue, long warmUpNanos) {
    this.key = RedisKeys.queue(queue);
    this.warmUpNanos = warmUpNanos;
  }

  /** Plans the next call, to be queued so long after the first event. */
  synchronized void plan(String callId, long dueNanos) {
    planned.add(new Call(callId, dueNanos));
  }

  /** Sets the moment of sending the first event, as {@link System#nanoTime()} tells time. */
  synchronized void begin(long nanos) {
    begunNanos = nanos;
  }

  /** Looks for the decisions that are due. */
  void look(RedisClient redis) {
    var due = due(System.nanoTime());
    if (due.isEmpty()) {
      return;
    }
    var found = redis.hmget(key, due.stream().map(Call::callId).toArray(String[]::new));
    see(due, found, System.nanoTime());
  }

  private synchronized List<Call> due(long now) {
    while (!planned.isEmpty() && begunNanos + planned.peek().dueNanos <= now) {
      awaited.add(planned.poll());
    }
    return List.copyOf(awaited);
  }

  private synchronized void see(List<Call> asked, List<String> found, long now) {
    var rest = new ArrayList<Call>();
    for (int i = 0; i < asked.size(); i++) {
      var nanos = now - begunNanos - asked.get(i).dueNanos;
      if (found.get(i) == null && nanos < LONGEST_NANOS) {
        rest.add(asked.get(i));
      } else if (found.get(i) == null) {
        missed++;
      } else if (asked.get(i).dueNanos >= warmUpNanos) {
        micros.recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
      }
    }
    awaited = rest;
  }

  /** How many calls were due and never seen. */
  synchronized int missed() {
    return missed + awaited.size();
  }

  /** A copy of the latencies, in microseconds. */
  synchronized Histogram micros() {
    return micros.copy();
  }
}
