package io.campaignpulse.simulators.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Time that passes fast in busy hours and slowly in quiet ones, while a day remains a day. What
 * comes evenly in busy time comes by the clock as the hours are busy, in the same order.
 */
final class BusyTime {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final List<Double> hours;

  /**
   * @param hours how busy each hour of the day is, with a mean of 1
   */
  BusyTime(List<Double> hours) {
    this.hours = hours;
  }

  /** Days of busy time from 1970 to this time. */
  double at(Instant clock) {
    var millis = clock.toEpochMilli();
    var left = Math.floorMod(millis, DAY);
    var passed = 0.0;
    for (int hour = 0; left > 0; hour++) {
      passed += hours.get(hour) * Math.min(left, HOUR);
      left -= HOUR;
    }
    return Math.floorDiv(millis, DAY) + passed / DAY;
  }

  /** The time by the clock, when so many days of busy time have passed since 1970. */
  Instant when(double days) {
    var day = Math.floor(days);
    var left = (days - day) * DAY;
    var hour = 0;
    while (hour < hours.size() - 1 && left >= hours.get(hour) * HOUR) {
      left -= hours.get(hour++) * HOUR;
    }
    var millis = Math.min(HOUR - 1, (long) (left / hours.get(hour)));
    return Instant.ofEpochMilli((long) day * DAY + hour * HOUR + millis);
  }
}
