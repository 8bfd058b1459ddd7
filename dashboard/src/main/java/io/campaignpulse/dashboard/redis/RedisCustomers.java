package io.campaignpulse.dashboard.redis;

import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.FitOutcome;
import io.campaignpulse.events.views.ValueRanks;
import java.util.Optional;

/** What Redis holds of customers: one round trip for an identity, one for a customer. */
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
  public Optional<Known> find(String customerId) {
    return redis.pipelined(
        reads -> {
          var views =
              reads.hmget(RedisKeys.customer(customerId), RedisKeys.VALUE, RedisKeys.ACTIVITY);
          var named = reads.hexists(RedisKeys.reference(ReferenceKind.CUSTOMERS), customerId);
          return () -> {
            var value = parse(views.get().get(0), CustomerValue.class);
            var activity = parse(views.get().get(1), CustomerActivity.class);
            return value == null && activity == null && !named.get()
                ? Optional.empty()
                : Optional.of(new Known(value, activity));
          };
        });
  }

  @Override
  public Common common() {
    return redis.pipelined(
        reads -> {
          var weights =
              reads.hget(
                  RedisKeys.reference(ReferenceKind.PRIORITY_WEIGHTS), ReferenceKind.CURRENT);
          var ranks = reads.get(RedisKeys.VALUE_RANKS);
          var arrivals = reads.get(RedisKeys.ARRIVALS);
          return () ->
              new Common(
                  weights.get() == null
                      ? null
                      : (PriorityWeights)
                          RedisReferences.parse(ReferenceKind.PRIORITY_WEIGHTS, weights.get()),
                  parse(ranks.get(), ValueRanks.class),
                  Optional.ofNullable(parse(arrivals.get(), Arrivals.class)));
        });
  }

  @Override
  public Optional<FitOutcome> lastFit() {
    return Optional.ofNullable(redis.ask(client -> client.get(RedisKeys.VALUE_FIT)))
        .map(text -> parse(text, FitOutcome.class));
  }

  private static <T> T parse(String text, Class<T> type) {
    return text == null ? null : RedisFigures.parse(text, type);
  }
}
