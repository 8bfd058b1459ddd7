package io.campaignpulse.simulators.callcentre;

import java.util.List;

/**
 * A value over the day that changes only every so many seconds, such as the agents of each hour.
 * After the last step its value stays.
 */
public record Steps(double seconds, List<Double> values) {
  public Steps {
    values = List.copyOf(values);
    if (!(seconds > 0) || values.isEmpty()) {
      throw new IllegalArgumentException("steps need a positive length and at least one value");
    }
    for (var value : values) {
      if (!(value >= 0) || value.isInfinite()) {
        throw new IllegalArgumentException("a step must not be negative: " + value);
      }
    }
  }

  public static Steps constant(double value) {
    return new Steps(1, List.of(value));
  }

  public double at(double time) {
    return values.get((int) Math.min(values.size() - 1, Math.max(0, Math.floor(time / seconds))));
  }

  /** The next moment at which the value may be another, or infinity. */
  double changesAfter(double time) {
    var next = Math.floor(time / seconds) + 1;
    return next < values.size() ? next * seconds : Double.POSITIVE_INFINITY;
  }

  /** When the last step ends. */
  public double end() {
    return seconds * values.size();
  }

  /** The integral from 0 to the end of the last step, such as agent seconds. */
  public double total() {
    return seconds * values.stream().mapToDouble(Double::doubleValue).sum();
  }

  public Steps times(double factor) {
    return new Steps(seconds, values.stream().map(value -> value * factor).toList());
  }
}
