package io.campaignpulse.standalone.load;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers what it was told to, by the last part of the path. */
final class FakeSystem implements AutoCloseable {
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final HttpServer server;

  private FakeSystem(HttpServer server) {
    this.server = server;
  }

  static FakeSystem start() {
    try {
      var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var system = new FakeSystem(HttpServer.create(any, 0));
      system.server.createContext(
          "/",
          exchange -> {
            var name = exchange.getRequestURI().getPath().replaceAll(".*/", "");
            var bytes = system.answers.get(name).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      system.server.start();
      return system;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void answers(String name, String text) {
    answers.put(name, text);
  }

  Rest rest() {
    return new Rest(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
