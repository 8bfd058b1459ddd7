package io.campaignpulse.standalone.cli;

import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "pulse rebuild [OPTIONS]",
    description = "Fills an emptied serving store (Redis) again, without losing a figure.")
final class RebuildCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--to",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:7070",
      converter = Converters.OfAddress.class,
      description = "Address of the running system. Default: ${DEFAULT-VALUE}")
  URI to;

  @Mixin CommonOptions options;

  RebuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    console.parts().rebuild(to, console.stages(options.settings()));
    return 0;
  }
}
