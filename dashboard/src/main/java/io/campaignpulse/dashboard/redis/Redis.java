package io.campaignpulse.dashboard.redis;

import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/** The connection to Redis, whose failures mean that the store is unavailable. */
public final class Redis implements AutoCloseable {
  private static final int CONNECTIONS = 32;

  /** For questions that ask a second one before they are through. */
  private static final int SPARE = 8;

  /**
   * So long nobody is answered, and Redis is held to hang: it must not take all threads with it.
   */
  private static final long HANGS_AFTER_NANOS = Duration.ofSeconds(1).toNanos();

  /** So long a connection is waited for while it is held to hang. */
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final RedisClient client;

  /** Taken by whoever asks; null where the pool of connections makes them wait. */
  private final Semaphore turns;

  /** When somebody was last answered, or the first of those asked who are not. */
  private volatile long silentSince = System.nanoTime();

  /**
   * With answers within the driver's own time. Who asks waits for those before, if these get on.
   */
  public Redis(String uri) {
    var address = URI.create(uri);
    this.client = client(address, DefaultJedisClientConfig.builder(address), PATIENCE);
    this.turns = new Semaphore(CONNECTIONS, true);
  }

  /** With answers within a time, or none; for a moment as long no connection is waited for. */
  public Redis(String uri, Duration within) {
    var address = URI.create(uri);
    int millis = Math.toIntExact(within.toMillis());
    var config =
        DefaultJedisClientConfig.builder(address)
            .connectionTimeoutMillis(millis)
            .socketTimeoutMillis(millis);
    this.client = client(address, config, within);
    this.turns = null;
  }

  private static RedisClient client(
      URI address, DefaultJedisClientConfig.Builder config, Duration longestWait) {
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS + SPARE);
    pool.setMaxIdle(CONNECTIONS + SPARE);
    pool.setMaxWait(longestWait);
    return RedisClient.builder()
        .hostAndPort(JedisURIHelper.getHostAndPort(address))
        .clientConfig(config.build())
        .poolConfig(pool)
        .build();
  }

  <T> T ask(Function<RedisClient, T> question) {
    if (turns == null) {
      return answer(question);
    }
    if (turns.availablePermits() == CONNECTIONS) {
      silentSince = System.nanoTime();
    }
    awaitTurn();
    try {
      var answer = answer(question);
      silentSince = System.nanoTime();
      return answer;
    } finally {
      turns.release();
    }
  }

  private <T> T answer(Function<RedisClient, T> question) {
    try {
      return question.apply(client);
    } catch (JedisException e) {
      throw new StoreUnavailableException("Redis does not answer (" + e.getMessage() + ")", e);
    }
  }

  private void awaitTurn() {
    try {
      while (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() - silentSince > HANGS_AFTER_NANOS) {
          throw new StoreUnavailableException("Redis does not answer those who asked before", null);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("Nobody waits for Redis any more", e);
    }
  }

  /** Queues reads, sends them together, and collects what they said. */
  <T> T pipelined(Function<Pipeline, Supplier<T>> reads) {
    return ask(
        redis -> {
          try (var pipeline = redis.pipelined()) {
            var answers = reads.apply(pipeline);
            pipeline.sync();
            return answers.get();
          }
        });
  }

  @Override
  public void close() {
    client.close();
  }
}
