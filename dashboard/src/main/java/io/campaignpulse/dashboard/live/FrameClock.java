package io.campaignpulse.dashboard.live;

/**
 * When the next frame leaves: of all moments asked for, the soonest. To be asked on the hub's
 * thread, on which the frame leaves, too.
 */
final class FrameClock {
  private static final long UNPLANNED = Long.MAX_VALUE;

  private final Beat beat = new Beat(System.nanoTime());
  private final HubThreads threads;
  private final Runnable frame;
  private long next = UNPLANNED;

  FrameClock(HubThreads threads, Runnable frame) {
    this.threads = threads;
    this.frame = frame;
  }

  /** Figures were written at this moment. */
  void figures(long writtenAt) {
    plan(beat.figures(writtenAt));
  }

  /** Anything else is to be told. */
  void other() {
    plan(beat.other());
  }

  private void plan(long at) {
    if (at < next) {
      next = at;
      threads.later(at - System.nanoTime(), () -> leave(at));
    }
  }

  /** A moment before which a sooner one was asked for has nothing left to do. */
  private void leave(long plannedAt) {
    if (plannedAt == next) {
      next = UNPLANNED;
      beat.left(System.nanoTime());
      frame.run();
    }
  }
}
