package io.campaignpulse.simulators.callcentre.log;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * One day, counted as the makers of the reference did, which was found by trying: calls are all
 * rows of that date, phantoms among them; both means are over all of these, with the zeros of calls
 * that never queued or were never served; hang-ups are all rows that ended so, be it in the queue
 * or already in the attendant.
 *
 * @param meanService seconds
 * @param meanQueue seconds
 */
public record DayCount(
    LocalDate date, long calls, double meanService, double meanQueue, long hangUps) {
  /** The reference gives two decimals. */
  private static final double HALF_A_UNIT = 0.005 + 1e-9;

  static DayCount of(LocalDate date, Collection<LoggedCall> calls) {
    return new DayCount(
        date,
        calls.size(),
        calls.stream().mapToInt(LoggedCall::served).average().orElse(0),
        calls.stream().mapToInt(LoggedCall::waited).average().orElse(0),
        calls.stream().filter(call -> call.end() == LoggedCall.End.HANG).count());
  }

  /** Each day of the log, by date. */
  public static List<DayCount> of(Collection<LoggedCall> calls) {
    var byDate = new TreeMap<LocalDate, List<LoggedCall>>();
    calls.forEach(call -> byDate.computeIfAbsent(call.date(), d -> new ArrayList<>()).add(call));
    return byDate.entrySet().stream().map(day -> of(day.getKey(), day.getValue())).toList();
  }

  /** Whether another count is the same to the digits that it gives. */
  boolean agrees(DayCount other) {
    return date.equals(other.date)
        && calls == other.calls
        && hangUps == other.hangUps
        && Math.abs(meanService - other.meanService) <= HALF_A_UNIT
        && Math.abs(meanQueue - other.meanQueue) <= HALF_A_UNIT;
  }

  /** The days that are not as in the reference, or missing on either side, in words. */
  public static List<String> differences(List<DayCount> counted, List<DayCount> reference) {
    var expected = new TreeMap<LocalDate, DayCount>();
    reference.forEach(day -> expected.put(day.date, day));
    var differences = new ArrayList<String>();
    for (var day : counted) {
      var other = expected.remove(day.date);
      if (other == null) {
        differences.add(day.date + ": not in the reference");
      } else if (!day.agrees(other)) {
        differences.add("%s; the reference has %s".formatted(day, other));
      }
    }
    expected.keySet().forEach(date -> differences.add(date + ": not in the log"));
    return differences;
  }

  @Override
  public String toString() {
    return "%s: %d calls, service %.2f s, queue %.2f s, %d hang-ups"
        .formatted(date, calls, meanService, meanQueue, hangUps);
  }
}
