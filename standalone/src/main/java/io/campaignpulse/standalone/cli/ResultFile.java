package io.campaignpulse.standalone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a result is written beside being told, if anywhere. */
final class ResultFile {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      converter = Converters.OfNewFile.class,
      description = "Writes the result there, too")
  Path json;

  void write(ObjectNode result) throws IOException {
    if (json != null) {
      Files.writeString(json, result.toPrettyString() + "\n");
    }
  }
}
