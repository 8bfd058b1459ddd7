package io.campaignpulse.standalone.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** The system that a command asks for something. */
final class RunningSystem {
  @Option(
      names = "--to",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:7070",
      converter = Converters.OfAddress.class,
      description = "Address of the running system. Default: ${DEFAULT-VALUE}")
  URI address;
}
