package io.campaignpulse.simulators.callcentre.log;

import io.campaignpulse.simulators.callcentre.Steps;
import java.util.ArrayList;
import java.util.Collection;

/**
 * How many agents were there, which the log doesn't say. While somebody waits, every agent at hand
 * is taken to be busy: so it is the mean number of calls in service over the seconds of a period in
 * which somebody waited. That counts breaks and work after calls as absence, as it should for
 * capacity. Where hardly anybody waited it is the most calls that were in service at once.
 */
final class InferredStaff {
  private static final int PERIOD = 900;

  /** The log's day may last into the small hours of the next. */
  private static final int HORIZON = 30 * 3600;

  /** Fewer seconds of waiting than this say little. */
  private static final int TELLING = 60;

  private final int[] serving = new int[HORIZON + 1];
  private final int[] waiting = new int[HORIZON + 1];

  private InferredStaff() {}

  static Steps of(Collection<LoggedCall> day) {
    var staff = new InferredStaff();
    for (var call : day) {
      var answered = call.arrived() + call.waited();
      count(staff.waiting, call.arrived(), answered);
      if (call.answered()) {
        count(staff.serving, answered, answered + call.served());
      }
    }
    return staff.steps();
  }

  private static void count(int[] seconds, double from, double to) {
    for (int t = (int) from; t < to && t < seconds.length; t++) {
      seconds[t]++;
    }
  }

  /** Whole agents: what a period is rounded by is carried over to the next. */
  private Steps steps() {
    var agents = new ArrayList<Double>();
    var carried = 0.0;
    for (int from = 0; from + PERIOD <= HORIZON; from += PERIOD) {
      var wanted = agents(from) + carried;
      var whole = Math.max(0, Math.rint(wanted));
      carried = wanted - whole;
      agents.add(whole);
    }
    // Somebody stays, else callers of endless patience would wait for ever.
    agents.add(1.0);
    return new Steps(PERIOD, agents);
  }

  private double agents(int from) {
    long busy = 0;
    var telling = 0;
    var most = 0;
    for (int t = from; t < from + PERIOD; t++) {
      most = Math.max(most, serving[t]);
      if (waiting[t] > 0) {
        telling++;
        busy += serving[t];
      }
    }
    return telling < TELLING ? most : (double) busy / telling;
  }
}
