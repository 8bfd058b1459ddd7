package io.campaignpulse.standalone.embedded;

import io.campaignpulse.standalone.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Redis server on loopback that keeps its append-only file in a directory. A Ctrl-C in the
 * terminal does not reach it, so that it ends only after its writers are done, and it is started
 * again, on the same port, when it ends unasked.
 */
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration BETWEEN_LOOKS_AT_REWRITING = Duration.ofSeconds(1);

  private final RedisLaunch launch;
  private final Watch watch;
  private final Watch rewritingWatch;
  private ProcessHandle process;
  private boolean closed;

  private EmbeddedRedis(RedisLaunch launch, ProcessHandle process) {
    this.launch = launch;
    this.process = process;
    var rewriting = new LogRewriting();
    watch = Watch.every(BETWEEN_LOOKS, "redis-watch", this::startAgain);
    rewritingWatch =
        Watch.every(
            BETWEEN_LOOKS_AT_REWRITING,
            "redis-rewriting-watch",
            () -> rewriting.giveWay(process()));
  }

  /**
   * Ends what an earlier, killed run left on the directory, then starts; returns once it answers.
   */
  public static EmbeddedRedis start(Path directory, Path log) throws IOException {
    Files.createDirectories(directory);
    RedisProcess.end(directory);
    IOException first = null;
    for (var binary : RedisBinary.candidates(directory)) {
      var launch = new RedisLaunch(binary, directory, FreePort.any(), log);
      try {
        return new EmbeddedRedis(launch, launch.run());
      } catch (IOException failure) {
        if (first != null) {
          failure.addSuppressed(first);
        }
        first = failure;
      }
    }
    throw first;
  }

  private synchronized void startAgain() {
    if (closed || RedisProcess.runs(process)) {
      return;
    }
    LOG.warn("Redis ended unasked; it is started again");
    try {
      process = launch.run();
    } catch (IOException failure) {
      LOG.error("Redis could not be started again; the next try follows", failure);
    }
  }

  public int port() {
    return launch.port();
  }

  /** The address in the form that clients take. */
  public String uri() {
    return "redis://127.0.0.1:" + port();
  }

  /** The server's process, another one after it was started again. */
  public synchronized ProcessHandle process() {
    return process;
  }

  /** Asks the server to write what it holds and end; insists if it does not. */
  @Override
  public synchronized void close() {
    closed = true;
    watch.close();
    rewritingWatch.close();
    RedisProcess.end(process);
  }
}
