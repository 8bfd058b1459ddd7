package io.campaignpulse.standalone;

import io.campaignpulse.simulators.replay.BundledData;
import io.campaignpulse.simulators.replay.MappingException;
import io.campaignpulse.simulators.replay.ReplayPlan;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Which data set is meant.
 *
 * @param name of a bundled one; empty when a mapping is given
 * @param mapping of the columns of {@code files} to event fields
 */
public record DataSet(Optional<String> name, Optional<Path> mapping, List<Path> files) {
  public DataSet {
    files = List.copyOf(files);
    if (name.isPresent() == mapping.isPresent()) {
      throw new IllegalArgumentException(
          "name a bundled data set, or give --mapping and the files it describes");
    }
    if (mapping.isPresent() && files.isEmpty()) {
      throw new IllegalArgumentException("--mapping: no FILE that it describes is named");
    }
    name.ifPresent(DataSet::requireBundled);
  }

  private static void requireBundled(String name) {
    if (!BundledData.names().contains(name)) {
      throw new IllegalArgumentException(
          "there is no data set '%s'; there is %s"
              .formatted(name, String.join(", ", BundledData.names())));
    }
  }

  /** Reads all of it; refuses, with the reasons, what is not as its mapping says. */
  public ReplayPlan read(Currency currency) {
    try {
      return name.map(bundled -> ReplayPlan.bundled(bundled, currency))
          .orElseGet(() -> ReplayPlan.of(mapping.orElseThrow(), files, currency));
    } catch (MappingException unreadable) {
      throw new Refusal(unreadable.getMessage(), unreadable);
    }
  }
}
