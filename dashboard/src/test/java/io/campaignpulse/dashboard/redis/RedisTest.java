package io.campaignpulse.dashboard.redis;

import static io.campaignpulse.dashboard.redis.RedisServers.freePort;
import static io.campaignpulse.dashboard.redis.RedisServers.server;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campaignpulse.dashboard.ports.CustomerStore.Common;
import io.campaignpulse.dashboard.ports.CustomerStore.Consent;
import io.campaignpulse.dashboard.ports.CustomerStore.Known;
import io.campaignpulse.dashboard.ports.FigureStore.Cells;
import io.campaignpulse.dashboard.ports.FigureStore.Newest;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.Json;
import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.views.Act;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CampaignFigures;
import io.campaignpulse.events.views.CellFigures;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.Figure;
import io.campaignpulse.events.views.NewestInteractions;
import io.campaignpulse.events.views.NewestInteractions.Entry;
import io.campaignpulse.events.views.NewestInteractions.Listing;
import io.campaignpulse.events.views.Tally;
import io.campaignpulse.events.views.ValueRanks;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;

/** The adapters against a real Redis. */
class RedisTest {
  @RegisterExtension static final RealRedis REDIS = new RealRedis();

  private static String json(Object value) throws IOException {
    return Json.MAPPER.writeValueAsString(value);
  }

  @Test
  void readsCellsAndWhatIsNewestInThem() throws Exception {
    var cell = new CellFigures("EMAIL", "YOUNG", new Tally().add(Figure.CALLS, 3));
    var entry = new Entry("e", 5, "VISIT", "anna", true, Act.PAGE_VIEW, null, 0);
    var list = new NewestInteractions("EMAIL", "YOUNG", Listing.RESPONSES, List.of(entry));
    REDIS.client().hset(RedisKeys.cells("a"), "EMAIL-YOUNG", json(cell));
    REDIS.client().hset(RedisKeys.newest("a"), "EMAIL-YOUNG-RESPONSES", json(list));
    var store = new RedisFigures(REDIS.adapter());
    assertThat(store.cells("a")).isEqualTo(new Cells(List.of(cell), List.of(list)));
    assertThat(store.cells("b")).isEqualTo(Cells.NONE);
  }

  @Test
  void readsFiguresAndMinutes() throws Exception {
    var tally = new Tally().add(Figure.CALLS, 3).add(Figure.REVENUE, -5);
    var figures =
        new CampaignFigures(
            "a", 2, 3, 9L, tally, Map.of("EMAIL", tally), Map.of(), Map.of(), Map.of());
    REDIS.client().set(RedisKeys.figures("a"), json(figures));
    REDIS.client().hset(RedisKeys.minutes("a"), Map.of("9", json(tally), "10", json(tally)));
    REDIS.client().set(RedisKeys.ARRIVALS, json(new Arrivals(1, 2, null, false, Map.of())));
    var store = new RedisFigures(REDIS.adapter());
    assertThat(store.figures(List.of("a", "b"))).isEqualTo(Map.of("a", figures));
    assertThat(store.minutes("a")).containsOnlyKeys(9L, 10L);
    assertThat(store.minutes(Map.of("a", List.of(8L, 9L), "b", List.of(1L))))
        .isEqualTo(Map.of("a", Map.of(9L, tally), "b", Map.of()));
    assertThat(store.arrivals()).isPresent();
    var newest = store.newest(Map.of("a", List.of(8L, 9L), "b", List.of()));
    assertThat(newest.figures()).isEqualTo(Map.of("a", figures));
    assertThat(newest.minutes()).isEqualTo(Map.of("a", Map.of(9L, tally)));
    assertThat(newest.arrivals()).isPresent().isEqualTo(store.arrivals());
    assertThat(store.newest(Map.of())).isEqualTo(new Newest(Map.of(), Map.of(), store.arrivals()));
  }

  @Test
  void aKeyOfTheWrongKindIsSaidAndNotSwallowed() {
    REDIS.client().set(RedisKeys.minutes("a"), "text");
    var store = new RedisFigures(REDIS.adapter());
    assertThatThrownBy(() -> store.minutes(Map.of("a", List.of(1L))))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("WRONGTYPE");
  }

  @Test
  void readsWhatIsKnownOfACustomer() throws Exception {
    var value = new CustomerValue("anna", 9, 1, 0, 0, 100, 0, null, null, null, 1, "C");
    var activity = new CustomerActivity("anna", List.of(), Signals.NONE);
    REDIS.client().set(RedisKeys.identity("phone:+1"), "anna");
    REDIS.client().hset(RedisKeys.customer("anna"), RedisKeys.VALUE, json(value));
    REDIS.client().hset(RedisKeys.customer("anna"), RedisKeys.ACTIVITY, json(activity));
    REDIS.client().hset(RedisKeys.reference(ReferenceKind.CUSTOMERS), "bert", "{}");
    REDIS
        .client()
        .hset(
            RedisKeys.reference(ReferenceKind.CUSTOMERS),
            "dora",
            "{\"doNotCall\": true, \"language\": \"de\"}");
    var customers = new RedisCustomers(REDIS.adapter());
    assertThat(customers.lastFit()).isEmpty();
    assertThat(customers.customerOf("phone:+1")).contains("anna");
    assertThat(customers.customerOf("phone:+2")).isEmpty();
    assertThat(customers.find("anna"))
        .contains(new Known(value, activity, null, Consent.TO_ALL, null));
    assertThat(customers.find("bert")).contains(Known.NOTHING);
    assertThat(customers.find("dora"))
        .contains(new Known(null, null, "de", new Consent(false, true), null));
    assertThat(customers.find("carl")).isEmpty();
    assertThat(customers.common()).isEqualTo(Common.NOTHING);
    var ranks = new ValueRanks(1, 2, 3, 4, 5, new double[] {6});
    REDIS.client().set(RedisKeys.VALUE_RANKS, json(ranks));
    REDIS
        .client()
        .hset(
            RedisKeys.reference(ReferenceKind.PRIORITY_WEIGHTS),
            "CURRENT",
            "{\"weightsId\": \"CURRENT\"}");
    assertThat(customers.common().ranks().customers()).isEqualTo(2);
    assertThat(customers.common().weights().getValue()).isEqualTo(50);
    var queues = new RedisQueues(REDIS.adapter());
    assertThat(queues.agentsActive()).isEqualTo(AgentsActive.NONE);
    var agents = new AgentsActive(Set.of("eve", "ida"));
    REDIS.client().set(RedisKeys.AGENTS, json(agents));
    assertThat(queues.agentsActive()).isEqualTo(agents);
    assertThat(customers.common().agents()).isEqualTo(agents);
  }

  @Test
  void readsManyCustomersAtOnceAndFindsSome() throws Exception {
    var customers = new RedisCustomers(REDIS.adapter());
    assertThat(customers.some(5)).isEmpty();
    var activity = json(new CustomerActivity("x", List.of(), Signals.NONE));
    for (int i = 0; i < 1_500; i++) {
      REDIS.client().hset(RedisKeys.customer("anna-" + i), RedisKeys.ACTIVITY, activity);
    }
    REDIS.client().hset(RedisKeys.customer("phone:+1"), RedisKeys.ACTIVITY, activity);
    assertThat(customers.some(1_400)).hasSize(1_400);
    assertThat(customers.some(5_000)).hasSize(1_500).doesNotContain("phone:+1");
    assertThat(customers.findAll(List.of("anna-1", "phone:+1", "nobody")))
        .containsOnlyKeys("anna-1", "phone:+1");
    assertThat(customers.findAll(List.of())).isEmpty();
  }

  /** One that takes connections and never says a word. */
  @Test
  void whoAsksAServerThatHangsDoesNotWaitBehindOthers() throws Exception {
    try (var silent = new ServerSocket(0, 100);
        var its = new Redis("redis://127.0.0.1:" + silent.getLocalPort())) {
      var figures = new RedisFigures(its);
      var refused = new CompletableFuture<Exception>();
      for (int i = 0; i < 40; i++) {
        var asking =
            new Thread(
                () -> {
                  try {
                    figures.arrivals();
                  } catch (StoreUnavailableException e) {
                    refused.complete(e);
                  }
                });
        asking.setDaemon(true);
        asking.start();
      }
      assertThat(refused.get(1_500, TimeUnit.MILLISECONDS)).hasMessageContaining("asked before");
    }
  }

  /** A server at sleep takes no line down: only the time that passes tells. */
  @Test
  void givesUpOnAServerThatTakesTooLong() throws Exception {
    int itsPort = freePort();
    var itsServer = server(itsPort);
    try (var hasty = new Redis("redis://127.0.0.1:" + itsPort, Duration.ofMillis(20));
        var sleeper = new Jedis("127.0.0.1", itsPort)) {
      var store = new RedisCustomers(hasty);
      assertThat(store.customerOf("phone:+1")).isEmpty();
      var asleep =
          CompletableFuture.runAsync(
              () -> sleeper.sendCommand(() -> "DEBUG".getBytes(US_ASCII), "SLEEP", "1.2"));
      assertThatThrownBy(
              () -> {
                while (!asleep.isDone()) {
                  store.customerOf("phone:+1");
                }
              })
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(asleep).isNotDone();
      asleep.join();
    } finally {
      itsServer.stop();
    }
  }

  @Test
  void saysThatRedisIsAway() throws Exception {
    try (var nowhere = new Redis("redis://127.0.0.1:" + freePort())) {
      assertThatThrownBy(() -> new RedisFigures(nowhere).arrivals())
          .isInstanceOf(StoreUnavailableException.class);
    }
  }
}
