package io.campaignpulse.value;

/**
 * When all customers are looked at again: when something has changed, and no more often than needed
 * for it to take a small share of the time, as all else waits for a processor meanwhile. Times are
 * in milliseconds.
 */
final class PassPlan {
  private static final long SHORTEST_PAUSE = 5_000;

  /** However long a pass took: a tier must follow within a minute. */
  private static final long LONGEST_PAUSE = 30_000;

  /** How much longer than a pass the pause after it is: while many are new, and when few are. */
  private static final int PAUSE_WHILE_GROWING = 30;

  private static final int PAUSE = 300;

  private boolean changed = true;
  private boolean allAnew = true;
  private long notBefore = Long.MIN_VALUE;

  /** Somebody's worth changed, or somebody is new. */
  void changed() {
    changed = true;
  }

  /** Everybody's worth may be another. */
  void allAnew() {
    allAnew = true;
  }

  boolean due(long now) {
    // A clock that is set back would put it off for as long as that.
    notBefore = Math.min(notBefore, now + LONGEST_PAUSE);
    return (changed || allAnew) && now >= notBefore;
  }

  /** Begins a pass; returns whether all are to be valued anew. */
  boolean begin() {
    var anew = allAnew;
    changed = false;
    allAnew = false;
    return anew;
  }

  /**
   * A pass has ended.
   *
   * @param growing whether it found many more customers than the one before
   */
  void done(long begun, long now, boolean growing) {
    var factor = growing ? PAUSE_WHILE_GROWING : PAUSE;
    var pause = Math.max(SHORTEST_PAUSE, factor * (now - begun));
    notBefore = now + Math.min(LONGEST_PAUSE, pause);
  }
}
