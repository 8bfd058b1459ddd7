package io.campaignpulse.simulators.replay;

import java.time.Duration;

/**
 * How a plan is sent.
 *
 * @param speed how many times faster than it happened; infinite for as fast as the system takes it
 * @param batch the most events of one request
 * @param inFlight the most requests under way at once
 * @param overtaking the most event time by which a request may run ahead of one still under way.
 *     Beyond it requests wait: what is overtaken by more than the system's allowed lateness would
 *     arrive too late to count.
 */
public record ReplayOptions(double speed, int batch, int inFlight, Duration overtaking) {
  public static final ReplayOptions MAX =
      new ReplayOptions(Double.POSITIVE_INFINITY, 5_000, 4, Duration.ofHours(6));

  public ReplayOptions {
    if (!(speed > 0) || batch < 1 || inFlight < 1 || overtaking.isNegative()) {
      throw new IllegalArgumentException(
          "speed, batch and inFlight must be positive, overtaking not negative");
    }
  }

  /** Reads a speed as people type it: a factor, or max. */
  public ReplayOptions atSpeed(String text) {
    try {
      var factor = text.equals("max") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
      return new ReplayOptions(factor, batch, inFlight, overtaking);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("speed: \"" + text + "\" is neither a factor nor max", e);
    }
  }

  boolean paced() {
    return Double.isFinite(speed);
  }
}
