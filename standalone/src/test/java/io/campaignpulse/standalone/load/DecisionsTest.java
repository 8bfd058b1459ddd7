package io.campaignpulse.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.RedisKeys;
import io.campaignpulse.standalone.embedded.EmbeddedRedis;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class DecisionsTest {
  private static final long HOUR = TimeUnit.HOURS.toNanos(1);

  @TempDir Path directory;

  @Test
  void timesEachDecisionOnceFromWhenItsCallWasDue() throws Exception {
    var decisions = new Decisions("load", TimeUnit.SECONDS.toNanos(1));
    decisions.plan("while warming up", 0);
    decisions.plan("timed", TimeUnit.SECONDS.toNanos(2));
    decisions.plan("answered at once", TimeUnit.SECONDS.toNanos(3));
    decisions.plan("not due yet", HOUR);
    decisions.begin(System.nanoTime() - TimeUnit.SECONDS.toNanos(30));
    try (var server = EmbeddedRedis.start(directory, directory.resolve("redis.log"));
        var redis = RedisClient.create(server.uri())) {
      decisions.look(redis);
      assertThat(decisions.micros().getTotalCount()).isZero();
      assertThat(decisions.missed()).isEqualTo(3);
      redis.hset(RedisKeys.queue("load"), "while warming up", "{}");
      redis.hset(RedisKeys.queue("load"), "timed", "{}");
      decisions.look(redis);
      decisions.look(redis);
      assertThat(decisions.micros().getTotalCount()).isEqualTo(1);
      assertThat(decisions.micros().getMinValue() / 1e6).isBetween(27.0, 60.0);
      assertThat(decisions.missed()).isEqualTo(1);
    }
  }
}
