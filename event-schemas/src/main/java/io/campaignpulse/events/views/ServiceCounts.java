package io.campaignpulse.events.views;

import java.util.OptionalDouble;

/**
 * How the calls that left a queue lately had waited: what service level is worked out from. A call
 * counts when it is answered or given up; one that waits still does not, nor one of which nobody
 * said how it left.
 *
 * @param windowSeconds over which calls are counted here
 * @param answeredWithin answered within the threshold
 * @param answered within the threshold or later
 * @param abandonedWithin given up within the threshold
 * @param abandoned within the threshold or later
 */
public record ServiceCounts(
    int windowSeconds, long answeredWithin, long answered, long abandonedWithin, long abandoned) {

  /** Who is answered within so many seconds is answered in time. */
  public static final int THRESHOLD_SECONDS = 20;

  /** Calls that could have been answered in time: all but those given up sooner. */
  public long due() {
    return answered + abandoned - abandonedWithin;
  }

  /** Which part of the calls that could be was answered in time; empty while there are none. */
  public OptionalDouble level() {
    return due() <= 0 ? OptionalDouble.empty() : OptionalDouble.of((double) answeredWithin / due());
  }
}
