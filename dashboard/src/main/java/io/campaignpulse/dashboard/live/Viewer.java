package io.campaignpulse.dashboard.live;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One viewer: what they have seen, as revisions, and what they watch. Frames missed while one is on
 * its way need no keeping: the next is made from the revisions.
 */
final class Viewer {
  static final long NOTHING = -1;

  /** The revision of the board this viewer has seen; owned by the hub's thread. */
  long seen = NOTHING;

  /** Whether the snapshot has left, before which there is nothing to be said. */
  volatile boolean greeted;

  /** The campaign whose detail this viewer wants, or null; owned by the hub's thread. */
  String watched;

  /** The revision of that detail this viewer has seen; owned by the hub's thread. */
  long detailSeen = NOTHING;

  /** Whether this viewer wants to see the queues; owned by the hub's thread. */
  boolean watchesQueues;

  /** The revision of the queues this viewer has seen; owned by the hub's thread. */
  long queuesSeen = NOTHING;

  private final Line line;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile long busySince;

  Viewer(Line line) {
    this.line = line;
  }

  boolean busy() {
    return busy.get();
  }

  /** Sends if the last frame is through; says whether it did. */
  boolean send(String frame, long nowNanos, Runnable free, Runnable failed) {
    if (!busy.compareAndSet(false, true)) {
      return false;
    }
    busySince = nowNanos;
    line.send(
        frame,
        () -> {
          busy.set(false);
          free.run();
        },
        failed);
    return true;
  }

  /** Whether a frame has been on its way for longer than anyone would wait. */
  boolean stuck(long nowNanos, long patienceNanos) {
    return busy.get() && nowNanos - busySince > patienceNanos;
  }

  void cut() {
    line.cut();
  }
}
