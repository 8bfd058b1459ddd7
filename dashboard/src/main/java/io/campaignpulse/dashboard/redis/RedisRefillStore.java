package io.campaignpulse.dashboard.redis;

import io.campaignpulse.dashboard.ports.RefillStore;
import io.campaignpulse.events.RedisKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.params.SetParams;

/** Next offers in Redis, and beside them whether they are whole or by whom they are filled in. */
public final class RedisRefillStore implements RefillStore {
  /** A transaction holds up all others. */
  private static final int MOST_AT_ONCE = 200;

  private static final String KEY = RedisKeys.NEXT_OFFERS;

  private final Redis redis;

  public RedisRefillStore(Redis redis) {
    this.redis = redis;
  }

  @Override
  public boolean whole() {
    return RedisKeys.FILLED.equals(stands());
  }

  private String stands() {
    return redis.ask(client -> client.get(KEY));
  }

  @Override
  public void doubt() {
    redis.ask(client -> client.del(KEY));
  }

  @Override
  public Optional<String> begin() {
    var name = UUID.randomUUID().toString();
    redis.ask(client -> client.set(KEY, name, SetParams.setParams().nx()));
    // Emptied this very moment, it has ended as well.
    var begun = Optional.ofNullable(stands()).orElse(name);
    return Optional.of(begun).filter(any -> !any.equals(RedisKeys.FILLED));
  }

  @Override
  public boolean fillIn(String begun, Map<String, String> newest) {
    var all = new ArrayList<>(newest.entrySet());
    for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
      var some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
      if (!within(begun, writes -> fillIn(some, writes))) {
        return false;
      }
    }
    return true;
  }

  private static void fillIn(List<Map.Entry<String, String>> some, AbstractTransaction writes) {
    for (var each : some) {
      writes.hsetnx(RedisKeys.customer(each.getKey()), RedisKeys.OFFER, each.getValue());
    }
  }

  @Override
  public boolean finish(String begun) {
    return within(begun, writes -> writes.set(KEY, RedisKeys.FILLED));
  }

  private boolean within(String begun, Consumer<AbstractTransaction> writes) {
    return WatchedWrite.of(redis, KEY, () -> begun.equals(stands()), writes);
  }
}
