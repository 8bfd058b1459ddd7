package io.campaignpulse.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "pulse rebuild [OPTIONS]",
    description = "Fills an emptied serving store (Redis) again, without losing a figure.")
final class RebuildCommand implements Callable<Integer> {
  private final Console console;

  @Mixin RunningSystem system;

  @Mixin CommonOptions options;

  RebuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    console.parts().rebuild(system.address, console.stages(options.settings()));
    return 0;
  }
}
