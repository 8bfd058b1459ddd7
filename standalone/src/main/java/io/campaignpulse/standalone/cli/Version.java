package io.campaignpulse.standalone.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version the program was built as. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    var built = Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    return new String[] {
      "Campaign Pulse " + built.orElse("(development)"),
      "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
