package io.campaignpulse.standalone.flink;

import io.campaignpulse.standalone.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.JobID;

/**
 * The checkpoints and savepoints of one job. Which is the newest is asked of both, because a stop
 * with a savepoint discards the checkpoints before it.
 */
record RestorePoint(Path root, JobID job) {
  private static final String METADATA = "_metadata";

  /** Where savepoints are written, beside the directories of the jobs. */
  static Path savepoints(Path root) {
    return root.resolve("savepoints");
  }

  /** The newest that is complete; one is complete once it has its metadata. */
  Optional<Path> newest() {
    var all = new ArrayList<>(checkpoints());
    all.addAll(list(savepoints(root), "savepoint-" + job.toHexString().substring(0, 6) + "-*"));
    return all.stream()
        .filter(point -> Files.exists(point.resolve(METADATA)))
        .max(Comparator.comparing(RestorePoint::writtenAt));
  }

  /**
   * Removes the checkpoints that a killed run left half-written or had not yet discarded, and the
   * files of them that are shared with nothing that is kept.
   */
  void discardAllBut(Optional<Path> kept) throws IOException {
    for (var checkpoint : checkpoints()) {
      if (!kept.equals(Optional.of(checkpoint))) {
        Trees.remove(checkpoint);
      }
    }
    var shared = list(root.resolve(job.toHexString()).resolve("shared"), "*");
    if (!shared.isEmpty()) {
      var references = references(kept);
      for (var file : shared) {
        if (!references.name(file) && Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    }
  }

  /** Removes the checkpoints of other jobs, unless something of them is still referred to. */
  void discardJobs(List<JobID> jobs) throws IOException {
    for (var other : jobs) {
      var directory = root.resolve(other.toHexString());
      if (Files.isDirectory(directory) && !references(newest()).name(directory)) {
        Trees.remove(directory);
      }
    }
  }

  private References references(Optional<Path> kept) throws IOException {
    var metadata = new ArrayList<Path>();
    kept.ifPresent(point -> metadata.add(point.resolve(METADATA)));
    for (var savepoint : list(savepoints(root), "*")) {
      metadata.add(savepoint.resolve(METADATA));
    }
    return References.in(metadata.stream().filter(Files::exists).toList());
  }

  private List<Path> checkpoints() {
    return list(root.resolve(job.toHexString()), "chk-*");
  }

  private static List<Path> list(Path directory, String names) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var found = Files.newDirectoryStream(directory, names)) {
      var all = new ArrayList<Path>();
      found.forEach(all::add);
      return all;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static FileTime writtenAt(Path point) {
    try {
      return Files.getLastModifiedTime(point.resolve(METADATA));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
