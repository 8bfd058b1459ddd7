package io.campaignpulse.dashboard.live;

import java.time.Duration;

/**
 * When the next frame is due: four times a second, and soon after figures were written. Figures of
 * all campaigns are written together, at moments of which there are five a frame; a frame that
 * leaves just before one of them shows nothing of what had come since the one before. Times are
 * nanoseconds of {@link System#nanoTime}.
 */
final class Beat {
  static final long FRAME = Duration.ofMillis(250).toNanos();

  /** So much sooner than a quarter of a second is still about time. */
  private static final long EARLY = Duration.ofMillis(20).toNanos();

  /** So long figures are waited for that are about to be written. */
  private static final long PATIENCE = Duration.ofMillis(25).toNanos();

  /** What several writers write at one moment arrives within this. */
  private static final long TOGETHER = Duration.ofMillis(1).toNanos();

  private long last;

  Beat(long now) {
    this.last = now - FRAME;
  }

  /** A frame leaves. */
  void left(long now) {
    last = now;
  }

  /** When to tell of figures that were written now. */
  long figures(long now) {
    return now - last >= FRAME - EARLY ? now + TOGETHER : last + FRAME + PATIENCE;
  }

  /** When to tell of anything else, for which the figures' moment is waited for, too. */
  long other() {
    return last + FRAME + PATIENCE;
  }
}
