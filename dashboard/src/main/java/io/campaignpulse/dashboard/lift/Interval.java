package io.campaignpulse.dashboard.lift;

/** A confidence interval at 95 %. */
public record Interval(double low, double high) {
  static Interval around(double middle, double halfWidth) {
    return new Interval(middle - halfWidth, middle + halfWidth);
  }
}
