package io.campaignpulse.simulators.callcentre;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The simulation of one day: calls come, wait, are answered by free agents in the order of the
 * routing, or are abandoned. An agent whose shift ends finishes the call at hand; the last shift
 * stays until the queue is empty. Nothing in it is left to chance.
 */
public final class CallCentre {
  private final List<Call> calls;
  private final Steps agents;
  private final Routing routing;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final WaitingCalls waiting = new WaitingCalls(this::abandoned);
  private final PriorityQueue<Double> busyUntil = new PriorityQueue<>();
  private int arrivals;
  private double now;

  private CallCentre(List<Call> calls, Steps agents, Routing routing) {
    this.calls = calls;
    this.agents = agents;
    this.routing = routing;
  }

  /** What becomes of each call, in the order of arrival; calls must be given in that order. */
  public static List<Outcome> run(List<Call> calls, Steps agents, Routing routing) {
    var centre = new CallCentre(calls, agents, routing);
    centre.run();
    centre.outcomes.sort(Comparator.comparingDouble(outcome -> outcome.call().arrived()));
    return centre.outcomes;
  }

  private void run() {
    for (var next = nextMoment(); next < Double.POSITIVE_INFINITY; next = nextMoment()) {
      now = next;
      arrive();
      finish();
      answer();
    }
    waiting.abandonAll();
  }

  private double nextMoment() {
    var arrival =
        arrivals < calls.size() ? calls.get(arrivals).arrived() : Double.POSITIVE_INFINITY;
    var end = busyUntil.isEmpty() ? Double.POSITIVE_INFINITY : busyUntil.peek();
    return Math.min(Math.min(arrival, end), agents.changesAfter(now));
  }

  private void arrive() {
    while (arrivals < calls.size() && calls.get(arrivals).arrived() <= now) {
      var call = calls.get(arrivals++);
      if (call.arrived() < now) {
        throw new IllegalArgumentException("calls are not in the order of arrival: " + call);
      }
      routing.offered(now);
      waiting.add(call);
    }
  }

  private void finish() {
    while (!busyUntil.isEmpty() && busyUntil.peek() <= now) {
      busyUntil.poll();
    }
  }

  private void answer() {
    var onDuty = (int) agents.at(now);
    var discipline = routing.at(now, onDuty);
    while (busyUntil.size() < onDuty) {
      var next = waiting.next(discipline, now);
      if (next.isEmpty()) {
        return;
      }
      var call = next.get();
      outcomes.add(new Outcome(call, true, now - call.arrived()));
      busyUntil.add(now + call.service());
    }
  }

  private void abandoned(Call call) {
    if (call.patience() == Double.POSITIVE_INFINITY) {
      throw new IllegalStateException("nobody is left to answer a caller who never hangs up");
    }
    outcomes.add(new Outcome(call, false, call.patience()));
  }
}
