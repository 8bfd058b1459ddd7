package io.campaignpulse.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Redis server on loopback that keeps its append-only file in a directory. A Ctrl-C in the
 * terminal does not reach it, so that it ends only after its writers are done, and it is started
 * again, on the same port, when it ends unasked.
 */
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final long MILLIS_BETWEEN_LOOKS = 250;

  private final RedisLaunch launch;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "redis-watch");
            thread.setDaemon(true);
            return thread;
          });
  private ProcessHandle process;
  private boolean closed;

  private EmbeddedRedis(RedisLaunch launch, ProcessHandle process) {
    this.launch = launch;
    this.process = process;
    watch.scheduleWithFixedDelay(
        this::startAgain, MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    var rewriting = new LogRewriting();
    watch.scheduleWithFixedDelay(() -> rewriting.giveWay(process()), 1, 1, TimeUnit.SECONDS);
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
    watch.shutdown();
    RedisProcess.end(process);
  }
}
