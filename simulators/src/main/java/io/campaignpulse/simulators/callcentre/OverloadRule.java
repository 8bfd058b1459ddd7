package io.campaignpulse.simulators.callcentre;

/**
 * When a centre is overloaded. The measure is the offered load: the work that came in within the
 * window (calls · mean handling time) per agent time on duty. It is not the length of the queue,
 * which abandonment keeps short however great the overload.
 *
 * @param above overload begins when the offered load reaches this
 * @param below overload ends when the offered load falls below this; no more than {@code above}
 * @param windowSeconds over how long the load is measured
 * @param handlingSeconds the mean handling time of a call
 */
public record OverloadRule(
    double above, double below, double windowSeconds, double handlingSeconds) {
  public OverloadRule {
    if (!(below > 0) || !(above >= below)) {
      throw new IllegalArgumentException(
          "overload must end at a positive load (%s) no higher than it begins at (%s)"
              .formatted(below, above));
    }
    if (!(windowSeconds > 0) || !(handlingSeconds > 0)) {
      throw new IllegalArgumentException(
          "the window and the handling time must be positive: %s s, %s s"
              .formatted(windowSeconds, handlingSeconds));
    }
  }

  /** Whether there is overload now, given whether there was. */
  boolean overloaded(boolean before, long callsInWindow, int agents) {
    var work = callsInWindow * handlingSeconds;
    return work >= (before ? below : above) * windowSeconds * agents;
  }
}
