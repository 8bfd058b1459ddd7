package io.campaignpulse.simulators.callcentre;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * One discipline in calm, another in overload. What it remembers is bounded by the calls of one
 * window, and by the changes, which hysteresis keeps few.
 */
public final class OverloadSwitch implements Routing {

  /** From this moment on there is overload, or no more. */
  public record Change(double at, boolean overloaded) {}

  private final OverloadRule rule;
  private final QueueDiscipline calm;
  private final QueueDiscipline overload;
  private final ArrayDeque<Double> recent = new ArrayDeque<>();
  private final List<Change> changes = new ArrayList<>();
  private boolean overloaded;

  public OverloadSwitch(OverloadRule rule, QueueDiscipline calm, QueueDiscipline overload) {
    this.rule = rule;
    this.calm = calm;
    this.overload = overload;
  }

  @Override
  public void offered(double now) {
    recent.add(now);
  }

  @Override
  public QueueDiscipline at(double now, int agents) {
    while (!recent.isEmpty() && recent.peek() <= now - rule.windowSeconds()) {
      recent.poll();
    }
    var is = rule.overloaded(overloaded, recent.size(), agents);
    if (is != overloaded) {
      overloaded = is;
      changes.add(new Change(now, is));
    }
    return is ? overload : calm;
  }

  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** How many of the seconds before the end were in overload. */
  public double secondsOverloaded(double end) {
    double seconds = 0;
    for (var change : changes) {
      var rest = Math.max(0, end - change.at);
      seconds += change.overloaded ? rest : -rest;
    }
    return seconds;
  }
}
