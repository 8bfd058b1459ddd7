package io.campaignpulse.dashboard.redis;

import io.campaignpulse.dashboard.ports.BusyException;
import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.Opportunity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.params.ScanParams;

/** How offers do as it stands in Redis: one round trip for a question. */
public final class RedisOffers implements OfferStore {
  private static final int SCANNED_AT_ONCE = 1_000;

  private final Redis redis;

  public RedisOffers(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Standing standing() {
    return redis.pipelined(
        reads -> {
          var texts = reads.hgetAll(RedisKeys.OFFERS);
          var effect = reads.get(RedisKeys.OFFER_EFFECT);
          return () -> {
            var figures = new HashMap<String, OfferFigures>();
            texts
                .get()
                .forEach(
                    (id, text) -> figures.put(id, RedisFigures.parse(text, OfferFigures.class)));
            return new Standing(
                figures,
                effect.get() == null
                    ? OfferEffect.NONE
                    : RedisFigures.parse(effect.get(), OfferEffect.class));
          };
        });
  }

  @Override
  public List<Opportunity> opportunities() {
    return redis.ask(client -> client.hvals(RedisKeys.OPPORTUNITIES)).stream()
        .map(text -> RedisFigures.parse(text, Opportunity.class))
        .toList();
  }

  /** Goes through all keys, as no customer is listed anywhere but in a hash of their own. */
  @Override
  public void behind(String opportunity, Consumer<Behind> each) {
    check(redis.ask(client -> client.exists(RedisKeys.MIRROR_WHOLE)));
    var keys = new ScanParams().match(RedisKeys.customer("*")).count(SCANNED_AT_ONCE);
    var cursor = ScanParams.SCAN_POINTER_START;
    boolean all;
    do {
      var from = cursor;
      var found = redis.ask(client -> client.scan(from, keys));
      behind(behind(opportunity, found.getResult()), each);
      cursor = found.getCursor();
      all = found.isCompleteIteration();
    } while (!all);
  }

  /** Those of these keys of customers who are behind the opportunity. */
  private List<String> behind(String opportunity, List<String> keys) {
    return redis.pipelined(
        reads -> {
          var told =
              keys.stream().map(key -> reads.hget(key, RedisKeys.CUSTOMER_OPPORTUNITIES)).toList();
          return () ->
              IntStream.range(0, keys.size())
                  .filter(n -> holds(told.get(n).get(), opportunity))
                  .mapToObj(keys::get)
                  .toList();
        });
  }

  private static boolean holds(String names, String opportunity) {
    return names != null
        && Arrays.asList(RedisFigures.parse(names, String[].class)).contains(opportunity);
  }

  private void behind(List<String> keys, Consumer<Behind> each) {
    if (!keys.isEmpty()) {
      var found =
          redis.pipelined(
              reads -> {
                var customers = keys.stream().map(key -> behind(key, reads)).toList();
                var whole = reads.exists(RedisKeys.MIRROR_WHOLE);
                return () -> {
                  // Redis may have been emptied meanwhile.
                  check(whole.get());
                  return customers.stream().map(Supplier::get).toList();
                };
              });
      found.forEach(each);
    }
  }

  private static void check(boolean whole) {
    if (!whole) {
      throw new BusyException(
          "The reference data are being filled in, and until then nobody knows who wants no"
              + " marketing");
    }
  }

  private static Supplier<Behind> behind(String key, Pipeline reads) {
    var customer = key.substring(RedisKeys.customer("").length());
    var value = reads.hget(key, RedisKeys.VALUE);
    var named = reads.hget(RedisKeys.reference(ReferenceKind.CUSTOMERS), customer);
    return () -> {
      var worth =
          value.get() == null ? 0 : RedisFigures.parse(value.get(), CustomerValue.class).worth();
      return new Behind(customer, worth, RedisCustomers.consent(named.get()));
    };
  }
}
