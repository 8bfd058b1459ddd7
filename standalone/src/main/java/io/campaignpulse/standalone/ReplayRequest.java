package io.campaignpulse.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What to replay and how.
 *
 * @param name of a bundled data set; empty when a mapping is given
 * @param mapping of the columns of {@code files} to event fields
 * @param speed factor of the original pace; empty replays as fast as it is taken
 */
public record ReplayRequest(
    Optional<String> name, Optional<Path> mapping, List<Path> files, OptionalDouble speed, At at) {

  /** Which times the replayed events carry. */
  public enum At {
    /** Those of the data. */
    ORIGINAL,
    /** Shifted, so that the last event is now. */
    NOW
  }

  public ReplayRequest {
    files = List.copyOf(files);
    if (name.isPresent() == mapping.isPresent()) {
      throw new IllegalArgumentException(
          "replay: name a bundled data set, or give --mapping and the files it describes");
    }
    if (mapping.isPresent() && files.isEmpty()) {
      throw new IllegalArgumentException("--mapping: no FILE to replay is named");
    }
    if (speed.isPresent() && !(speed.getAsDouble() > 0)) {
      throw new IllegalArgumentException("--speed: " + speed.getAsDouble() + " is not positive");
    }
  }
}
