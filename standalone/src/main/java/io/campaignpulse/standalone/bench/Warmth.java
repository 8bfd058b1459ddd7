package io.campaignpulse.standalone.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether a process is warm: its compilers have come to rest, or it has had time enough. Before
 * that they are what is measured, and on a slow machine for much longer than on a fast one.
 */
final class Warmth {
  /** How long they must have done little, as what takes long is counted when it is done. */
  private static final int QUIET_SECONDS = 4;

  /** A quarter of one compiler's time; some methods are compiled anew for ever. */
  private static final double LITTLE = 0.25;

  private final int leastSeconds;
  private final int mostSeconds;
  private final Deque<Double> compiled = new ArrayDeque<>();
  private int seconds;

  Warmth(int leastSeconds, int mostSeconds) {
    this.leastSeconds = leastSeconds;
    this.mostSeconds = mostSeconds;
  }

  /**
   * Told once a second.
   *
   * @param compiledSeconds all time that compilers of the process have taken
   */
  boolean after(double compiledSeconds) {
    compiled.addLast(compiledSeconds);
    if (compiled.size() > QUIET_SECONDS + 1) {
      compiled.removeFirst();
    }
    seconds++;
    return seconds >= mostSeconds || seconds >= leastSeconds && quiet();
  }

  private boolean quiet() {
    return compiled.size() > QUIET_SECONDS
        && compiled.getLast() - compiled.getFirst() < LITTLE * QUIET_SECONDS;
  }

  /** All time that this process's compilers have taken, in seconds. */
  static double compiledSeconds() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / 1_000.0;
  }
}
