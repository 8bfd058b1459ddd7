package io.campaignpulse.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.standalone.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class EmbeddedRedisTest {
  @TempDir Path directory;

  @Test
  void keepsItsDataOverARestart() throws Exception {
    try (var redis = start()) {
      set(redis, "campaign:18", "214");
    }
    try (var redis = start()) {
      assertThat(get(redis, "campaign:18")).isEqualTo("214");
    }
  }

  @Test
  void endsWithItsClose() throws Exception {
    ProcessHandle process;
    try (var redis = start()) {
      process = redis.process();
      assertThat(RedisProcess.runs(process)).isTrue();
    }
    assertThat(RedisProcess.runs(process)).isFalse();
  }

  @Test
  void isStartedAgainWithItsDataWhenItIsKilled() throws Exception {
    try (var redis = start()) {
      set(redis, "campaign:18", "214");
      var killed = redis.process();

      killed.destroyForcibly();
      Await.until(Duration.ofSeconds(20), () -> !redis.process().equals(killed));

      assertThat(get(redis, "campaign:18")).isEqualTo("214");
    }
  }

  @Test
  void endsTheOrphanOfAKilledRunAndGoesOnWithItsData() throws Exception {
    ProcessHandle orphan;
    try (var killed = ChildJvm.start(Holder.class, directory.toString())) {
      orphan = ProcessHandle.of(Long.parseLong(killed.readLine())).orElseThrow();
      killed.kill();
    }
    assertThat(RedisProcess.runs(orphan)).isTrue();

    try (var redis = start()) {
      assertThat(RedisProcess.runs(orphan)).isFalse();
      assertThat(get(redis, "written")).isEqualTo("before the kill");
    }
  }

  @Test
  void leavesAStrangerAloneThatTookOverTheProcessId() throws Exception {
    try (var stranger = ChildJvm.start(Stranger.class)) {
      stranger.readLine();
      Files.writeString(directory.resolve("redis.pid"), Long.toString(stranger.pid()));

      try (var redis = start()) {
        assertThat(ProcessHandle.of(stranger.pid())).isPresent();
        assertThat(redis.process().pid()).isNotEqualTo(stranger.pid());
      }
    }
  }

  @Test
  void startsInADirectoryWithASpaceInItsName() throws Exception {
    var spaced = directory.resolve("my data");
    try (var redis = EmbeddedRedis.start(spaced, spaced.resolve("redis.log"))) {
      set(redis, "a", "b");
      assertThat(get(redis, "a")).isEqualTo("b");
    }
  }

  private EmbeddedRedis start() throws Exception {
    return EmbeddedRedis.start(directory, directory.resolve("redis.log"));
  }

  private static void set(EmbeddedRedis redis, String key, String value) {
    try (var client = new Jedis("127.0.0.1", redis.port())) {
      client.set(key, value);
    }
  }

  private static String get(EmbeddedRedis redis, String key) {
    try (var client = new Jedis("127.0.0.1", redis.port())) {
      return client.get(key);
    }
  }

  /** Runs a Redis until it is killed. */
  static final class Holder {
    public static void main(String[] args) throws Exception {
      var directory = Path.of(args[0]);
      var redis = EmbeddedRedis.start(directory, directory.resolve("redis.log"));
      set(redis, "written", "before the kill");
      System.out.println(redis.process().pid());
      System.in.read();
    }
  }

  /** A process that has nothing to do with Redis. */
  static final class Stranger {
    public static void main(String[] args) throws Exception {
      System.out.println("here");
      System.in.read();
    }
  }
}
