package io.campaignpulse.dashboard;

import java.util.ArrayDeque;

/** The parts started so far, closed newest first: on a failed start as on a normal stop. */
final class Started implements AutoCloseable {
  private final ArrayDeque<AutoCloseable> parts = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() {
    RuntimeException first = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        if (first == null) {
          first = new IllegalStateException("a part of the dashboard did not close", e);
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
