package io.campaignpulse.standalone.browser;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP line to a server that can be cut and restored, as a network does it. */
final class CuttableLine implements Closeable {
  private final int serverPort;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  CuttableLine(URI server) throws IOException {
    serverPort = server.getPort();
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    run("line-door", this::letIn);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** Ends every connection, and every one tried from now on. */
  void cut() {
    cut = true;
    open.forEach(CuttableLine::closeQuietly);
  }

  void restore() {
    cut = false;
  }

  @Override
  public void close() {
    cut();
    closeQuietly(door);
  }

  private void letIn() throws IOException {
    while (!door.isClosed()) {
      var browser = door.accept();
      if (cut) {
        closeQuietly(browser);
      } else {
        join(browser, new Socket(InetAddress.getLoopbackAddress(), serverPort));
      }
    }
  }

  private void join(Socket browser, Socket server) {
    open.add(browser);
    open.add(server);
    run("line-up", () -> pump(browser, server));
    run("line-down", () -> pump(server, browser));
    if (cut) {
      cut();
    }
  }

  private void pump(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Runs until the line ends; that it ended is no failure. */
  private static void run(String name, Work work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException ended) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(Closeable one) {
    try {
      one.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
