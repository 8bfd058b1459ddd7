package io.campaignpulse.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** How one Redis server is started, again and again on the same port. */
record RedisLaunch(Path binary, Path directory, int port, Path log) {
  private static final Duration UNTIL_IT_RUNS = Duration.ofSeconds(10);
  private static final Duration UNTIL_ITS_DATA_IS_READ = Duration.ofSeconds(60);

  /** Returns the server's process once it answers. */
  ProcessHandle run() throws IOException {
    Files.writeString(directory.resolve("redis.conf"), configuration());
    launch();
    try {
      var process = Await.present(UNTIL_IT_RUNS, () -> RedisProcess.find(directory));
      Await.until(UNTIL_ITS_DATA_IS_READ, () -> answers() || !RedisProcess.runs(process));
      if (RedisProcess.runs(process)) {
        return process;
      }
    } catch (TimeoutException never) {
      RedisProcess.end(directory);
      throw new IOException("Redis did not start, see " + log, never);
    }
    throw new IOException("Redis ended while starting, see " + log);
  }

  private String configuration() {
    return String.join(
        "\n",
        List.of(
            "bind 127.0.0.1",
            "port " + port,
            "daemonize yes",
            "pidfile " + RedisProcess.PID_FILE,
            "dir .",
            "logfile \"" + log.toAbsolutePath().toString().replace("\"", "\\\"") + "\"",
            "save \"\"",
            "appendonly yes",
            "appendfsync no",
            "tcp-backlog 128",
            ""));
  }

  private void launch() throws IOException {
    var output = directory.resolve("launch.log");
    var launcher =
        new ProcessBuilder(binary.toAbsolutePath().toString(), "redis.conf")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!launcher.waitFor(UNTIL_IT_RUNS.toSeconds(), TimeUnit.SECONDS)
          || launcher.exitValue() != 0) {
        launcher.destroyForcibly();
        throw new IOException(binary + " does not run here: " + Files.readString(output).strip());
      }
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }

  /** Whether the server is up and has read its data. */
  private boolean answers() {
    try (var client = new Jedis("127.0.0.1", port)) {
      return "PONG".equals(client.ping());
    } catch (JedisException notYet) {
      return false;
    }
  }
}
