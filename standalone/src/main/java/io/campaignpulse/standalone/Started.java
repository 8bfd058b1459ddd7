package io.campaignpulse.standalone;

import java.util.ArrayDeque;
import java.util.Deque;

/** Parts started so far, closed newest first: on a failed start as on a normal stop. */
public final class Started implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private boolean closed;

  /** Takes over a started part. A part that arrives after the stop is closed at once. */
  public synchronized <T extends AutoCloseable> T add(T part) {
    if (closed) {
      var stopping = new IllegalStateException("stopped while starting");
      closeInto(part, stopping);
      throw stopping;
    }
    parts.push(part);
    return part;
  }

  /** Closes each part in its own try; later failures are suppressed into the first. */
  @Override
  public synchronized void close() {
    closed = true;
    RuntimeException first = null;
    while (!parts.isEmpty()) {
      first = closeInto(parts.pop(), first);
    }
    if (first != null) {
      throw first;
    }
  }

  private static RuntimeException closeInto(AutoCloseable part, RuntimeException first) {
    try {
      part.close();
      return first;
    } catch (Exception failure) {
      if (first == null) {
        return failure instanceof RuntimeException runtime
            ? runtime
            : new IllegalStateException(failure);
      }
      first.addSuppressed(failure);
      return first;
    }
  }
}
