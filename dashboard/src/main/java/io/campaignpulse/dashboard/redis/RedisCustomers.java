package io.campaignpulse.dashboard.redis;

import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.FitOutcome;
import io.campaignpulse.events.views.ValueRanks;
import java.util.Optional;

/** What Redis holds of customers. */
public final class RedisCustomers implements CustomerStore {
  private final Redis redis;

  public RedisCustomers(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Optional<String> customerOf(String identityKey) {
    return Optional.ofNullable(redis.ask(client -> client.get(RedisKeys.identity(identityKey))));
  }

  @Override
  public Optional<CustomerValue> value(String customerId) {
    var key = RedisKeys.customer(customerId);
    return Optional.ofNullable(redis.ask(client -> client.hget(key, RedisKeys.VALUE)))
        .map(text -> RedisFigures.parse(text, CustomerValue.class));
  }

  @Override
  public Optional<CustomerActivity> activity(String customerId) {
    var key = RedisKeys.customer(customerId);
    return Optional.ofNullable(redis.ask(client -> client.hget(key, RedisKeys.ACTIVITY)))
        .map(text -> RedisFigures.parse(text, CustomerActivity.class));
  }

  @Override
  public Optional<ValueRanks> ranks() {
    return view(RedisKeys.VALUE_RANKS, ValueRanks.class);
  }

  @Override
  public Optional<FitOutcome> lastFit() {
    return view(RedisKeys.VALUE_FIT, FitOutcome.class);
  }

  private <T> Optional<T> view(String key, Class<T> type) {
    return Optional.ofNullable(redis.ask(client -> client.get(key)))
        .map(text -> RedisFigures.parse(text, type));
  }
}
