package io.campaignpulse.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** How one Redis server is started, again and again on the same port. */
record RedisLaunch(Path binary, Path directory, int port, Path log) {
  /** Without a limit it does nothing but run a command in a process group of its own. */
  private static final Path GROUP_OF_ITS_OWN = Path.of("/usr/bin/timeout");

  private static final Duration UNTIL_IT_RUNS = Duration.ofSeconds(10);
  private static final Duration UNTIL_ITS_DATA_IS_READ = Duration.ofSeconds(60);

  /** Returns the server's process once it answers. */
  ProcessHandle run() throws IOException {
    Files.writeString(directory.resolve("redis.conf"), configuration());
    try {
      var process = launch();
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
            "daemonize " + (inOurSession() ? "no" : "yes"),
            "pidfile " + RedisProcess.PID_FILE,
            "dir .",
            "logfile \"" + log.toAbsolutePath().toString().replace("\"", "\\\"") + "\"",
            "save \"\"",
            "appendonly yes",
            "appendfsync no",
            // It grows by megabytes a second under load. Rewriting takes a processor for seconds,
            // and reading so much at a start some ten.
            "auto-aof-rewrite-min-size 2gb",
            "rdbcompression no",
            "tcp-backlog 128",
            ""));
  }

  /**
   * Linux shares processors fairly among sessions, then among the processes of each. As a daemon,
   * with a session of its own, a server whose child rewrites its log would wait for seconds for
   * what the child has left of their common share.
   */
  private static boolean inOurSession() {
    return Files.isExecutable(GROUP_OF_ITS_OWN);
  }

  private ProcessHandle launch() throws IOException, TimeoutException {
    var output = directory.resolve("launch.log");
    var command = new ArrayList<String>();
    if (inOurSession()) {
      // In a process group of its own: Ctrl-C must not end it before those who write to it.
      command.addAll(List.of(GROUP_OF_ITS_OWN.toString(), "0"));
    }
    command.addAll(List.of(binary.toAbsolutePath().toString(), "redis.conf"));
    var launcher =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      Await.until(
          UNTIL_IT_RUNS, () -> RedisProcess.find(directory).isPresent() || failed(launcher));
    } catch (TimeoutException never) {
      launcher.destroy();
      throw never;
    }
    var found = RedisProcess.find(directory);
    if (found.isEmpty()) {
      throw new IOException(binary + " does not run here: " + Files.readString(output).strip());
    }
    return found.get();
  }

  /** A launcher that has started a daemon ends well before the daemon has told its process id. */
  private static boolean failed(Process launcher) {
    return !launcher.isAlive() && launcher.exitValue() != 0;
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
