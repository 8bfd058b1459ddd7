package io.campaignpulse.dashboard.redis;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/** A real Redis for all tests of a class, empty before each of them. */
public final class RealRedis implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private RedisServer server;
  private RedisClient client;
  private Redis adapter;
  private int port;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    port = RedisServers.freePort();
    server = RedisServers.server(port);
    client = RedisClient.create("127.0.0.1", port);
    adapter = new Redis("redis://127.0.0.1:" + port);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    client.flushAll();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    adapter.close();
    client.close();
    server.stop();
  }

  /** What a test writes and looks with. */
  public RedisClient client() {
    return client;
  }

  /** What the adapters under test ask. */
  public Redis adapter() {
    return adapter;
  }

  int port() {
    return port;
  }
}
