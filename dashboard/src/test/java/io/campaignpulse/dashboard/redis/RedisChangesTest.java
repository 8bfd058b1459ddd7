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
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

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

  @Test
  void hearsOfChangesAlsoAfterRedisWasAway() throws Exception {
    var told = new Told();
    int itsPort = RedisServers.freePort();
    var itsServer = RedisServers.server(itsPort);
    try (var line = new RedisChanges("redis://127.0.0.1:" + itsPort).listen(told)) {
      assertThat(line).isNotNull();
      assertThat(told.next()).isEqualTo("connected");
      itsServer.stop();
      itsServer = RedisServers.server(itsPort);
      assertThat(told.next()).isEqualTo("connected");
      try (var own = new Redis("redis://127.0.0.1:" + itsPort)) {
        writeCampaign(own, "spring");
      }
      assertThat(told.next()).isEqualTo("changed [spring]");
    } finally {
      itsServer.stop();
    }
  }

  /** A server at sleep keeps its lines open, as a network does that lost one. */
  @Test
  void opensALineAgainThatGivesNoSignOfLife() throws Exception {
    var told = new Told();
    int itsPort = RedisServers.freePort();
    var itsServer = RedisServers.server(itsPort);
    try (var line =
            new RedisChanges("redis://127.0.0.1:" + itsPort, Duration.ofMillis(400)).listen(told);
        var sleeper = new Jedis("127.0.0.1", itsPort)) {
      assertThat(line).isNotNull();
      assertThat(told.next()).isEqualTo("connected");
      assertThat(told.poll(1, TimeUnit.SECONDS)).as("a quiet line that answers").isNull();
      sleeper.sendCommand(() -> "DEBUG".getBytes(US_ASCII), "SLEEP", "1.2");
      assertThat(told.next()).isEqualTo("connected");
    } finally {
      itsServer.stop();
    }
  }

  /** It may have read what it was told of, when Redis was slow. */
  @Test
  void aListenerThatFailsIsToldAgain() throws Exception {
    var told = new Told();
    int itsPort = RedisServers.freePort();
    var itsServer = RedisServers.server(itsPort);
    var uri = "redis://127.0.0.1:" + itsPort;
    told.failing = true;
    try (var line = new RedisChanges(uri).listen(told);
        var own = new Redis(uri)) {
      assertThat(line).isNotNull();
      assertThat(told.next()).isEqualTo("connected");
      writeCampaign(own, "spring");
      assertThat(told.next()).isEqualTo("changed [spring]");
      assertThat(told.next()).isEqualTo("connected");
      writeCampaign(own, "autumn");
      assertThat(told.next()).isEqualTo("changed [autumn]");
    } finally {
      itsServer.stop();
    }
  }

  /** Reference data are announced, too. */
  private static void writeCampaign(Redis redis, String id) {
    var records = Map.of(ReferenceKind.CAMPAIGNS, Map.of(id, "{}"));
    new RedisMirrorStore(redis)
        .write(Map.of(), new Batch(records, Map.of("campaigns-0", 1L), true));
  }
}
