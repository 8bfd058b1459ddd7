package io.campaignpulse.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/** Against a real Redis. */
class RedisStoreProperties {
  private static RedisServer server;
  private static RedisClient client;
  private static RedisStore store;

  @BeforeContainer
  static void start() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    server =
        RedisServer.newRedisServer()
            .port(port)
            .setting("bind 127.0.0.1")
            .setting("save \"\"")
            .build();
    server.start();
    client = RedisClient.create("127.0.0.1", port);
    store = new RedisStore("redis://127.0.0.1:" + port);
  }

  @AfterContainer
  static void stop() throws Exception {
    store.close();
    client.close();
    server.stop();
  }

  /** Texts and hashes that come, change and go, in runs of one kind and mixed. */
  @Provide
  Arbitrary<List<ViewWrite>> views() {
    var number = Arbitraries.integers().between(0, 9);
    var json = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(3).injectNull(0.2);
    var texts = Combinators.combine(number, json).as((n, text) -> view("text" + n, null, text));
    var fields =
        Combinators.combine(Arbitraries.integers().between(0, 1), number, json)
            .as((key, n, text) -> view("hash" + key, "field" + n, text));
    var keys = Arbitraries.integers().between(0, 1).map(key -> view("hash" + key, null, null));
    var runs =
        Arbitraries.oneOf(
            texts.list().ofMaxSize(300), fields.list().ofMaxSize(30), keys.list().ofMaxSize(1));
    return runs.list()
        .ofMaxSize(6)
        .map(all -> all.stream().flatMap(List::stream).toList())
        .filter(all -> !all.isEmpty());
  }

  private static ViewWrite view(String key, String field, String json) {
    return new ViewWrite(key, field, json, null, null);
  }

  @Property(tries = 300)
  void manyViewsLeaveWhatOneAfterTheOtherWould(@ForAll("views") List<ViewWrite> views) {
    client.flushAll();
    store.write(views);

    var expected = new TreeMap<String, Object>();
    for (var view : views) {
      apply(view, expected);
    }
    assertThat(all()).isEqualTo(expected);
  }

  @SuppressWarnings("unchecked")
  private static void apply(ViewWrite view, Map<String, Object> kept) {
    if (view.field() == null) {
      kept.compute(view.key(), (key, before) -> view.json());
      return;
    }
    var hash = (Map<String, String>) kept.computeIfAbsent(view.key(), key -> new HashMap<>());
    hash.compute(view.field(), (field, before) -> view.json());
    if (hash.isEmpty()) {
      kept.remove(view.key());
    }
  }

  private static Map<String, Object> all() {
    var all = new TreeMap<String, Object>();
    for (var key : client.keys("*")) {
      all.put(key, key.startsWith("hash") ? client.hgetAll(key) : client.get(key));
    }
    return all;
  }
}
