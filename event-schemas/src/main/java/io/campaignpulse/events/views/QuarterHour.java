package io.campaignpulse.events.views;

/**
 * How many calls came to a queue in a quarter of an hour.
 *
 * @param at when it begins, in epoch milliseconds of event time
 * @param dayBefore in the same quarter of the day before; null where nothing is known of that
 */
public record QuarterHour(long at, long calls, Long dayBefore) {
  /** How many are shown at most, the one that goes on included. */
  public static final int SHOWN = 8;
}
