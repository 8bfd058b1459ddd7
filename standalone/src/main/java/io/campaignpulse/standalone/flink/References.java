package io.campaignpulse.standalone.flink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the metadata of checkpoints and savepoints refers to. Paths stand in it as they are,
 * whatever kind of state they are of, and names made up by Flink are long and random: a name that
 * does not occur in the bytes is not referred to.
 */
record References(List<String> metadata) {

  static References in(List<Path> files) throws IOException {
    var all = new ArrayList<String>();
    for (var file : files) {
      all.add(Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    return new References(all);
  }

  /** Whether the file's name occurs. */
  boolean name(Path file) {
    var name = file.getFileName().toString();
    return metadata.stream().anyMatch(bytes -> bytes.contains(name));
  }
}
