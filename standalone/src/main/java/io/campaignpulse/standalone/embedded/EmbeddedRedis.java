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

/**
 * A real Redis server on loopback that keeps its append-only file in a directory. It runs in a
 * session of its own, so that a Ctrl-C in the terminal reaches it only after its writers are done.
 */
public final class EmbeddedRedis implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int port;
  private final ProcessHandle process;

  private EmbeddedRedis(int port, ProcessHandle process) {
    this.port = port;
    this.process = process;
  }

  /**
   * Ends what an earlier, killed run left on the directory, then starts; returns once it answers.
   */
  public static EmbeddedRedis start(Path directory, Path log) throws IOException {
    Files.createDirectories(directory);
    RedisProcess.end(directory);
    IOException first = null;
    for (var binary : RedisBinary.candidates(directory)) {
      try {
        return start(binary, directory, log);
      } catch (IOException failure) {
        if (first != null) {
          failure.addSuppressed(first);
        }
        first = failure;
      }
    }
    throw first;
  }

  private static EmbeddedRedis start(Path binary, Path directory, Path log) throws IOException {
    int port = FreePort.any();
    Files.writeString(directory.resolve("redis.conf"), configuration(port, log));
    launch(binary, directory);
    var server = new EmbeddedRedis(port, awaitProcess(directory, log));
    server.awaitAnswer(log);
    return server;
  }

  private static String configuration(int port, Path log) {
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
            "appendfsync everysec",
            "tcp-backlog 128",
            ""));
  }

  private static void launch(Path binary, Path directory) throws IOException {
    var output = directory.resolve("launch.log");
    var launcher =
        new ProcessBuilder(binary.toAbsolutePath().toString(), "redis.conf")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!launcher.waitFor(10, TimeUnit.SECONDS) || launcher.exitValue() != 0) {
        launcher.destroyForcibly();
        throw new IOException(binary + " does not run here: " + Files.readString(output).strip());
      }
    } catch (InterruptedException interrupted) {
      throw Await.interrupted(interrupted);
    }
  }

  private static ProcessHandle awaitProcess(Path directory, Path log) throws IOException {
    try {
      return Await.present(Duration.ofSeconds(10), () -> RedisProcess.find(directory));
    } catch (TimeoutException never) {
      throw new IOException("Redis did not start, see " + log, never);
    }
  }

  private void awaitAnswer(Path log) throws IOException {
    try {
      Await.until(PATIENCE, () -> answers() || !RedisProcess.runs(process));
    } catch (TimeoutException never) {
      close();
      throw new IOException("Redis did not answer within " + PATIENCE + ", see " + log, never);
    }
    if (!RedisProcess.runs(process)) {
      throw new IOException("Redis ended while starting, see " + log);
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

  public int port() {
    return port;
  }

  /** The address in the form that clients take. */
  public String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /** The server's process. */
  public ProcessHandle process() {
    return process;
  }

  /** Asks the server to write what it holds and end; insists if it does not. */
  @Override
  public void close() {
    RedisProcess.end(process);
  }
}
