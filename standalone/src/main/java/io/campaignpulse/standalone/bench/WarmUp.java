package io.campaignpulse.standalone.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The time before a measurement, which ends when the process has come to rest or has had enough of
 * it. A process is warm once its compilers have: before that they are what is measured, and on a
 * slow machine for much longer than on a fast one.
 */
final class WarmUp {
  /** How long they must have done little, as what takes long is counted when it is done. */
  private static final int QUIET_SECONDS = 4;

  /** Of one processor; some methods are compiled anew for ever. */
  private static final double LITTLE_COMPILING = 0.25;

  private final double little;
  private final int leastSeconds;
  private final int mostSeconds;
  private final Deque<Double> worked = new ArrayDeque<>();
  private int seconds;

  WarmUp(int leastSeconds, int mostSeconds) {
    this(LITTLE_COMPILING, leastSeconds, mostSeconds);
  }

  /**
   * @param little how much of one processor is taken for rest
   */
  WarmUp(double little, int leastSeconds, int mostSeconds) {
    this.little = little;
    this.leastSeconds = leastSeconds;
    this.mostSeconds = mostSeconds;
  }

  /**
   * Told once a second.
   *
   * @param workedSeconds all processor time that compilers, or whatever should rest, have taken
   */
  boolean after(double workedSeconds) {
    worked.addLast(workedSeconds);
    if (worked.size() > QUIET_SECONDS + 1) {
      worked.removeFirst();
    }
    seconds++;
    return seconds >= mostSeconds || seconds >= leastSeconds && quiet();
  }

  private boolean quiet() {
    return worked.size() > QUIET_SECONDS
        && worked.getLast() - worked.getFirst() < little * QUIET_SECONDS;
  }

  /** All time that this process's compilers have taken, in seconds. */
  static double compiledSeconds() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / 1_000.0;
  }
}
