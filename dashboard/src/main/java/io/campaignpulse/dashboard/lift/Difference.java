package io.campaignpulse.dashboard.lift;

import java.util.Optional;
import java.util.OptionalDouble;

/** A variant's measure minus the control group's, with its uncertainty. */
public record Difference(Sample variant, Sample control) {
  /** Two-sided 95 % of the normal distribution. */
  static final double Z = 1.959964;

  /** Empty while either group is. */
  public OptionalDouble absolute() {
    return finite(variant.mean() - control.mean());
  }

  /** Per unit of the control group's mean; empty while that is 0. */
  public OptionalDouble relative() {
    return finite((variant.mean() - control.mean()) / control.mean());
  }

  /** Holds for one look at a time fixed beforehand. */
  public Optional<Interval> fixed() {
    return interval(absolute(), Z * standardError());
  }

  /** Holds for any number of looks. */
  public Optional<Interval> alwaysValid() {
    var factor = AlwaysValid.factor((double) variant.size() + control.size());
    return interval(absolute(), factor * standardError());
  }

  public Optional<Interval> relativeFixed() {
    return interval(relative(), Z * relativeError());
  }

  double standardError() {
    return Math.sqrt(variant.squaredError() + control.squaredError());
  }

  /** By the delta method. */
  double relativeError() {
    var ratio = variant.mean() / control.mean();
    return Math.sqrt(control.squaredError() * ratio * ratio + variant.squaredError())
        / Math.abs(control.mean());
  }

  private static Optional<Interval> interval(OptionalDouble middle, double halfWidth) {
    return middle.isEmpty() || !Double.isFinite(halfWidth)
        ? Optional.empty()
        : Optional.of(Interval.around(middle.getAsDouble(), halfWidth));
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
