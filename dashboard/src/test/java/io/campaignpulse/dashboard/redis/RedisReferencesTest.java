package io.campaignpulse.dashboard.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.dashboard.ports.MirrorStore.Batch;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reference data as they are mirrored in a real Redis, and read there. */
class RedisReferencesTest {
  @RegisterExtension static final RealRedis REDIS = new RealRedis();

  @Test
  void mirrorsRecordsAndPositionsAtOnce() {
    var store = new RedisMirrorStore(REDIS.adapter());
    var spring = campaign("spring");
    assertThat(store.positions()).isEmpty();
    var first = new Batch(Map.of(ReferenceKind.CAMPAIGNS, Map.of("spring", spring)), at(4), true);
    assertThat(store.write(Map.of(), first)).isEmpty();
    assertThat(store.positions()).isEqualTo(at(4));
    var references = new RedisReferences(REDIS.adapter());
    assertThat(references.campaigns()).hasSize(1);
    assertThat(references.campaigns(List.of("none", "spring"))).hasSize(1);
    assertThat(references.find(ReferenceKind.CAMPAIGNS, "spring")).isPresent();
    var gone = Collections.<String, String>singletonMap("spring", null);
    assertThat(store.write(at(4), new Batch(Map.of(ReferenceKind.CAMPAIGNS, gone), at(5), true)))
        .isEmpty();
    assertThat(references.campaigns()).isEmpty();
  }

  @Test
  void writesNothingToAStoreThatLostWhatWasWritten() {
    var store = new RedisMirrorStore(REDIS.adapter());
    var records = Map.of(ReferenceKind.CAMPAIGNS, Map.of("spring", campaign("spring")));
    assertThat(store.write(at(4), new Batch(records, at(5), true))).contains(Map.of());
    assertThat(REDIS.client().keys("*")).isEmpty();
  }

  @Test
  void aSlowerMirrorPutsNothingBack() {
    var store = new RedisMirrorStore(REDIS.adapter());
    store.write(
        Map.of(),
        new Batch(Map.of(ReferenceKind.CAMPAIGNS, Map.of("new", campaign("new"))), at(4), true));
    var old = Map.of(ReferenceKind.CAMPAIGNS, Map.of("old", campaign("old")));
    for (var known : List.of(Map.<String, Long>of(), at(2))) {
      assertThat(store.write(known, new Batch(old, at(3), true))).contains(at(4));
    }
    assertThat(store.positions()).isEqualTo(at(4));
    assertThat(REDIS.client().hkeys(RedisKeys.reference(ReferenceKind.CAMPAIGNS)))
        .containsExactly("new");
  }

  @Test
  void givesNoReferenceDataWhileTheyAreBeingFilledIn() {
    var store = new RedisMirrorStore(REDIS.adapter());
    var references = new RedisReferences(REDIS.adapter());
    assertThatThrownBy(references::campaigns).isInstanceOf(StoreUnavailableException.class);
    var records = Map.of(ReferenceKind.CAMPAIGNS, Map.of("spring", campaign("spring")));
    store.write(Map.of(), new Batch(records, at(4), false));
    assertThatThrownBy(references::campaigns).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> references.find(ReferenceKind.CAMPAIGNS, "autumn"))
        .isInstanceOf(StoreUnavailableException.class);
    store.write(at(4), new Batch(Map.of(), at(5), true));
    assertThat(references.campaigns()).hasSize(1);
    assertThat(references.find(ReferenceKind.CAMPAIGNS, "autumn")).isEmpty();
  }

  @Test
  void readsACampaignAgainOnlyWhenItIsAnother() {
    var store = new RedisMirrorStore(REDIS.adapter());
    var references = new RedisReferences(REDIS.adapter());
    var spring = campaign("spring");
    var one = new Batch(Map.of(ReferenceKind.CAMPAIGNS, Map.of("spring", spring)), at(4), true);
    store.write(Map.of(), one);
    var read = references.campaigns(List.of("spring")).get(0);
    assertThat(references.campaigns()).first().isSameAs(read);
    var renamed = spring.replace("\"n\"", "\"another name\"");
    store.write(
        at(4), new Batch(Map.of(ReferenceKind.CAMPAIGNS, Map.of("spring", renamed)), at(5), true));
    assertThat(references.campaigns(List.of("spring")))
        .extracting("name")
        .containsExactly("another name");
  }

  @Test
  void passesOverARecordOfAnotherRelease() {
    var far = campaign("far").replace("2026-03-31", "+12000-03-31");
    var campaigns = Map.of("far", far, "near", campaign("near"));
    var offers = Map.of("far", "{\"offerId\": \"far\"}");
    new RedisMirrorStore(REDIS.adapter())
        .write(
            Map.of(),
            new Batch(
                Map.of(ReferenceKind.CAMPAIGNS, campaigns, ReferenceKind.OFFERS, offers),
                at(2),
                true));
    var references = new RedisReferences(REDIS.adapter());
    assertThat(references.campaigns()).extracting("campaignId").containsExactly("near");
    assertThat(references.find(ReferenceKind.CAMPAIGNS, "far")).isEmpty();
    assertThat(references.offers()).isEmpty();
    assertThat(new RedisCustomers(REDIS.adapter()).common().offers()).isEmpty();
  }

  private static Map<String, Long> at(long offset) {
    return Map.of("campaigns-0", offset);
  }

  private static String campaign(String id) {
    return """
        {"campaignId": "%s", "name": "n", "startsAt": "2026-03-01T00:00:00Z",
         "endsAt": "2026-03-31T00:00:00Z"}"""
        .formatted(id);
  }
}
