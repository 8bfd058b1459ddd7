package io.campaignpulse.dashboard.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisRefillStoreTest {
  @RegisterExtension static final RealRedis REDIS = new RealRedis();

  private final RedisRefillStore store = new RedisRefillStore(REDIS.adapter());

  private static String offer(String customer) {
    return REDIS.client().hget(RedisKeys.customer(customer), RedisKeys.OFFER);
  }

  @Test
  void isWholeOnceItWasFilledUntilItIsDoubtedOrEmptied() {
    assertThat(store.whole()).isFalse();
    var begun = store.begin().orElseThrow();
    assertThat(store.whole()).isFalse();
    assertThat(store.finish(begun)).isTrue();
    assertThat(store.whole()).isTrue();
    assertThat(store.begin()).isEmpty();
    store.doubt();
    assertThat(store.whole()).isFalse();
    assertThat(store.finish(store.begin().orElseThrow())).isTrue();
    REDIS.client().flushAll();
    assertThat(store.whole()).isFalse();
  }

  @Test
  void replacesNothingThatIsThere() {
    var begun = store.begin().orElseThrow();
    REDIS.client().hset(RedisKeys.customer("anna"), RedisKeys.OFFER, "served meanwhile");
    assertThat(store.fillIn(begun, Map.of("anna", "older", "bob", "newest"))).isTrue();
    assertThat(store.fillIn(begun, Map.of("bob", "older"))).isTrue();
    assertThat(offer("anna")).isEqualTo("served meanwhile");
    assertThat(offer("bob")).isEqualTo("newest");
  }

  @Test
  void writesNothingOlderIntoAStoreThatWasEmptied() {
    var begun = store.begin().orElseThrow();
    REDIS.client().flushAll();
    assertThat(store.fillIn(begun, Map.of("anna", "older"))).isFalse();
    assertThat(store.begin()).get().isNotEqualTo(begun);
    assertThat(store.fillIn(begun, Map.of("anna", "older"))).isFalse();
    assertThat(store.finish(begun)).isFalse();
    assertThat(offer("anna")).isNull();
  }

  @Test
  void whoComesLaterJoinsAndBothEndTogether() {
    var begun = store.begin().orElseThrow();
    assertThat(store.begin()).contains(begun);
    assertThat(store.finish(begun)).isTrue();
    assertThat(store.fillIn(begun, Map.of("anna", "older"))).isFalse();
  }

  @Test
  void fillsInMany() {
    var many = new HashMap<String, String>();
    for (int n = 0; n < 1_001; n++) {
      many.put("customer " + n, "decision " + n);
    }
    assertThat(store.fillIn(store.begin().orElseThrow(), many)).isTrue();
    many.forEach((customer, decision) -> assertThat(offer(customer)).isEqualTo(decision));
  }
}
