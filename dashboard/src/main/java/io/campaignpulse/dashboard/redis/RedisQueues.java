package io.campaignpulse.dashboard.redis;

import io.campaignpulse.dashboard.ports.QueueStore;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.NewestDecisions;
import io.campaignpulse.events.views.QueueState;
import io.campaignpulse.events.views.RoutingDecision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.Response;

/** The queues in Redis: two round trips for any number of them, one for a claim. */
public final class RedisQueues implements QueueStore {
  /**
   * A call that has left may have lost its claim, too: it must still wait to be claimed, and since
   * the same moment.
   */
  private static final String CLAIM =
      """
      local call = redis.call('HGET', KEYS[2], ARGV[3])
      if not call or cjson.decode(call).queuedAt ~= tonumber(ARGV[4]) then return 0 end
      if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
      return 0
      """;

  private static final String KEEP =
      """
      local holder = redis.call('GET', KEYS[1])
      if holder and holder ~= ARGV[1] then return 0 end
      redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
      return 1
      """;
  private static final String RELEASE =
      """
      if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
      return 1
      """;

  private final Redis redis;

  public RedisQueues(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Set<String> names() {
    return redis.ask(client -> client.hkeys(RedisKeys.QUEUES));
  }

  /** What Redis holds of a queue. */
  private record Held(Response<String> state, Response<Map<String, String>> calls) {}

  @Override
  public Map<String, Waiting> waiting(Collection<String> queues) {
    Map<String, Waiting> found =
        redis.pipelined(
            reads -> {
              var held = new HashMap<String, Held>();
              for (var queue : queues) {
                var calls = reads.hgetAll(RedisKeys.queue(queue));
                held.put(queue, new Held(reads.hget(RedisKeys.QUEUES, queue), calls));
              }
              return () -> parse(held);
            });
    return withoutClaimed(found);
  }

  private static Map<String, Waiting> parse(Map<String, Held> held) {
    var found = new HashMap<String, Waiting>();
    held.forEach(
        (queue, texts) -> {
          var state = texts.state.get();
          var calls = texts.calls.get().values().stream().map(RedisQueues::call).toList();
          if (state != null || !calls.isEmpty()) {
            var parsed = state == null ? null : RedisFigures.parse(state, QueueState.class);
            found.put(queue, new Waiting(parsed, calls));
          }
        });
    return found;
  }

  /** Asked after the calls were read: whoever has a call by now has claimed it before. */
  private Map<String, Waiting> withoutClaimed(Map<String, Waiting> found) {
    var calls = new ArrayList<RoutingDecision>();
    found.values().forEach(queue -> calls.addAll(queue.calls()));
    if (calls.isEmpty()) {
      return found;
    }
    var claimed = claimed(calls);
    found.replaceAll((name, queue) -> new Waiting(queue.state(), free(queue.calls(), claimed)));
    return found;
  }

  /** The keys of those claims that there are. */
  private Set<String> claimed(List<RoutingDecision> calls) {
    var keys = calls.stream().map(RedisQueues::claim).toArray(String[]::new);
    var holders = redis.ask(client -> client.mget(keys));
    var claimed = new HashSet<String>();
    for (int i = 0; i < keys.length; i++) {
      if (holders.get(i) != null) {
        claimed.add(keys[i]);
      }
    }
    return claimed;
  }

  private static List<RoutingDecision> free(List<RoutingDecision> calls, Set<String> claimed) {
    return calls.stream().filter(call -> !claimed.contains(claim(call))).toList();
  }

  private static String claim(RoutingDecision call) {
    return RedisKeys.claim(call.callId(), call.queuedAt());
  }

  @Override
  public AgentsActive agentsActive() {
    var text = redis.ask(client -> client.get(RedisKeys.AGENTS));
    return text == null ? AgentsActive.NONE : RedisFigures.parse(text, AgentsActive.class);
  }

  @Override
  public List<RoutingDecision> newestDecisions() {
    var text = redis.ask(client -> client.get(RedisKeys.DECISIONS));
    return text == null ? List.of() : RedisFigures.parse(text, NewestDecisions.class).decisions();
  }

  @Override
  public Optional<RoutingDecision> find(String queue, String callId) {
    var text = redis.ask(client -> client.hget(RedisKeys.queue(queue), callId));
    return Optional.ofNullable(text)
        .map(RedisQueues::call)
        .filter(call -> !redis.ask(client -> client.exists(claim(call))));
  }

  private static RoutingDecision call(String text) {
    return RedisFigures.parse(text, RoutingDecision.class);
  }

  @Override
  public boolean claim(RoutingDecision call, String by, Duration hold) {
    return holds(
        CLAIM,
        List.of(claim(call), RedisKeys.queue(call.queue())),
        List.of(by, millis(hold), call.callId(), String.valueOf(call.queuedAt())));
  }

  @Override
  public boolean keep(RoutingDecision call, String by, Duration hold) {
    return holds(KEEP, List.of(claim(call)), List.of(by, millis(hold)));
  }

  @Override
  public void release(RoutingDecision call, String by) {
    holds(RELEASE, List.of(claim(call)), List.of(by));
  }

  private static String millis(Duration hold) {
    return String.valueOf(hold.toMillis());
  }

  private boolean holds(String script, List<String> keys, List<String> arguments) {
    return Long.valueOf(1).equals(redis.ask(client -> client.eval(script, keys, arguments)));
  }
}
