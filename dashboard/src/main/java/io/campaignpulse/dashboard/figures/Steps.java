package io.campaignpulse.dashboard.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of event time cut into equal steps.
 *
 * @param from the start of the first step
 * @param to the end, exclusive; the last step may reach beyond it
 */
public record Steps(Instant from, Instant to, Duration step) {
  public static final int MOST = 2_000;
  private static final int MOST_BY_DEFAULT = 240;
  private static final List<Duration> ROUND =
      Stream.of(1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080, 20160, 43200)
          .map(Duration::ofMinutes)
          .toList();

  public Steps {
    if (to.isBefore(from)) {
      throw new InvalidQueryException("to", to + " is before from, " + from);
    }
    long minutes = step.toMinutes();
    if (minutes < 1 || !step.equals(Duration.ofMinutes(minutes))) {
      throw new InvalidQueryException("step", step + " is not a whole number of minutes");
    }
    if (count(from, to, step) > MOST) {
      throw new InvalidQueryException(
          "step", step + " makes more than " + MOST + " steps from " + from + " to " + to);
    }
  }

  /** These steps; without a length, the shortest round one that makes a readable number of them. */
  public static Steps of(Instant from, Instant to, String step) {
    var start = EventTime.ofMinute(EventTime.minute(from));
    return new Steps(start, to, step == null ? readable(start, to) : duration(step));
  }

  /** The start of the step that holds the minute. */
  Instant holding(long epochMinute) {
    long since = epochMinute - EventTime.minute(from);
    return from.plus(step.multipliedBy(Math.floorDiv(since, step.toMinutes())));
  }

  private static long count(Instant from, Instant to, Duration step) {
    return (Duration.between(from, to).toMinutes() + step.toMinutes() - 1) / step.toMinutes();
  }

  private static Duration readable(Instant from, Instant to) {
    return ROUND.stream()
        .filter(step -> count(from, to, step) <= MOST_BY_DEFAULT)
        .findFirst()
        .orElse(Duration.ofDays(30L * (1 + Duration.between(from, to).toDays() / 7200)));
  }

  private static Duration duration(String step) {
    try {
      return Duration.parse(step);
    } catch (DateTimeParseException e) {
      throw new InvalidQueryException(
          "step", "\"" + step + "\" is not an ISO-8601 duration such as PT5M");
    }
  }
}
