package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to what is kept, which can be told to be down. */
class FakeLine {
  volatile boolean down;

  /** Whether what is kept can't be read, and how often somebody tried. */
  volatile boolean tripping;

  final AtomicInteger trips = new AtomicInteger();

  final void check() {
    if (tripping) {
      trips.incrementAndGet();
      throw new IllegalStateException("unreadable: test");
    }
    if (down) {
      throw new StoreUnavailableException("Redis does not answer: test", null);
    }
  }
}
