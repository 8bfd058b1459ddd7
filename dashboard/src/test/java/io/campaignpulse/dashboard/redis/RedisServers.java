package io.campaignpulse.dashboard.redis;

import java.io.IOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** Real Redis servers on free ports, which keep nothing. */
public final class RedisServers {
  private RedisServers() {}

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts one. */
  public static RedisServer server(int port) throws IOException {
    var started =
        RedisServer.newRedisServer()
            .port(port)
            .setting("bind 127.0.0.1")
            .setting("save \"\"")
            .build();
    started.start();
    return started;
  }
}
