package io.campaignpulse.standalone.embedded;

import io.campaignpulse.standalone.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
public final class FreePort {
  private FreePort() {}

  /** A port that nobody listens on at this moment. */
  public static int any() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException("no free port", failure);
    }
  }

  /** Refuses a dashboard port that somebody else listens on, before anything is started. */
  public static void require(int port) {
    if (port == 0) {
      return;
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
    } catch (IOException taken) {
      throw new Refusal(
          "port %d is in use: choose another with --port, or --port 0 for a free one"
              .formatted(port),
          taken);
    }
  }
}
