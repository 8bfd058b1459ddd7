package io.campaignpulse.standalone;

import java.util.OptionalDouble;

/**
 * What to replay and how.
 *
 * @param speed factor of the original pace; empty replays as fast as it is taken
 */
public record ReplayRequest(DataSet data, OptionalDouble speed, At at) {

  /** Which times the replayed events carry. */
  public enum At {
    /** Those of the data. */
    ORIGINAL,
    /** Shifted, so that the last event is now. */
    NOW
  }

  public ReplayRequest {
    if (speed.isPresent() && !(speed.getAsDouble() > 0)) {
      throw new IllegalArgumentException("--speed: " + speed.getAsDouble() + " is not positive");
    }
  }
}
