package io.campaignpulse.dashboard.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.dashboard.ports.ChangeFeed;
import io.campaignpulse.dashboard.ports.MirrorStore.Batch;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.views.ChangeNotice;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

class RedisChangesTest {
  /** What a listener was told, in words. */
  private static final class Told extends LinkedBlockingQueue<String>
      implements ChangeFeed.Listener {
    private static final long serialVersionUID = 1L;

    private boolean failing;

    @Override
    public void changed(ChangeNotice notice) {
      add("changed " + notice.campaigns().keySet());
      if (failing) {
        failing = false;
        throw new IllegalStateException("could not read");
      }
    }

    @Override
    public void connected() {
      add("connected");
    }

    String next() throws InterruptedException {
      return poll(10, TimeUnit.SECONDS);
    }
  }

  private final Told told = new Told();
  private int port;
  private RedisServer server;
  private AutoCloseable line = () -> {};

  @BeforeEach
  void start() throws Exception {
    port = RedisServers.freePort();
    server = RedisServers.server(port);
  }

  @AfterEach
  void stop() throws Exception {
    line.close();
    server.stop();
  }

  private String uri() {
    return "redis://127.0.0.1:" + port;
  }

  @Test
  void hearsOfChangesAlsoAfterRedisWasAway() throws Exception {
    line = new RedisChanges(uri()).listen(told);
    assertThat(told.next()).isEqualTo("connected");
    server.stop();
    server = RedisServers.server(port);
    assertThat(told.next()).isEqualTo("connected");
    writeCampaign("spring");
    assertThat(told.next()).isEqualTo("changed [spring]");
  }

  /** A server at sleep keeps its lines open, as a network does that lost one. */
  @Test
  void opensALineAgainThatGivesNoSignOfLife() throws Exception {
    line = new RedisChanges(uri(), Duration.ofMillis(400)).listen(told);
    assertThat(told.next()).isEqualTo("connected");
    assertThat(told.poll(1, TimeUnit.SECONDS)).as("a quiet line that answers").isNull();
    try (var sleeper = new Jedis("127.0.0.1", port)) {
      sleeper.sendCommand(() -> "DEBUG".getBytes(US_ASCII), "SLEEP", "1.2");
    }
    assertThat(told.next()).isEqualTo("connected");
  }

  /** It may have read what it was told of, when Redis was slow. */
  @Test
  void aListenerThatFailsIsToldAgain() throws Exception {
    told.failing = true;
    line = new RedisChanges(uri()).listen(told);
    assertThat(told.next()).isEqualTo("connected");
    writeCampaign("spring");
    assertThat(told.next()).isEqualTo("changed [spring]");
    assertThat(told.next()).isEqualTo("connected");
    writeCampaign("autumn");
    assertThat(told.next()).isEqualTo("changed [autumn]");
  }

  @Test
  void aLineThatWasClosedTellsNothingMore() throws Exception {
    line = new RedisChanges(uri()).listen(told);
    assertThat(told.next()).isEqualTo("connected");
    line.close();
    var other = new Told();
    line = new RedisChanges(uri()).listen(other);
    assertThat(other.next()).isEqualTo("connected");
    writeCampaign("spring");
    assertThat(other.next()).isEqualTo("changed [spring]");
    assertThat(told).isEmpty();
  }

  /** Reference data are announced, too. */
  private void writeCampaign(String id) {
    var records = Map.of(ReferenceKind.CAMPAIGNS, Map.of(id, "{}"));
    try (var redis = new Redis(uri())) {
      var store = new RedisMirrorStore(redis);
      store.write(store.positions(), new Batch(records, Map.of("campaigns-0", 1L), true));
    }
  }
}
