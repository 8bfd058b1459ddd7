package io.campaignpulse.dashboard.redis;

import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import java.net.URI;
import java.time.Duration;
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

  private final RedisClient client;

  public Redis(String uri) {
    this.client = RedisClient.create(URI.create(uri));
  }

  /** With answers within a time, or none; for a moment as long no connection is waited for. */
  public Redis(String uri, Duration within) {
    var address = URI.create(uri);
    int millis = Math.toIntExact(within.toMillis());
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(within);
    this.client =
        RedisClient.builder()
            .hostAndPort(JedisURIHelper.getHostAndPort(address))
            .clientConfig(
                DefaultJedisClientConfig.builder(address)
                    .connectionTimeoutMillis(millis)
                    .socketTimeoutMillis(millis)
                    .build())
            .poolConfig(pool)
            .build();
  }

  <T> T ask(Function<RedisClient, T> question) {
    try {
      return question.apply(client);
    } catch (JedisException e) {
      throw new StoreUnavailableException("Redis does not answer (" + e.getMessage() + ")", e);
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
