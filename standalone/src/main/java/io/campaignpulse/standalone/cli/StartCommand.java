package io.campaignpulse.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "pulse start [OPTIONS]",
    description = "Runs everything here without the simulation: feed it yourself.")
final class StartCommand implements Callable<Integer> {
  private final Console console;

  @Mixin CommonOptions options;

  StartCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return console.runSystem(options.settingsOfSystem(), false, Console.Work.NONE);
  }
}
