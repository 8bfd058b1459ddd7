package io.campaignpulse.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "pulse demo [OPTIONS]",
    description = "Runs everything here, fed by a simulated company.")
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Mixin CommonOptions options;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return console.runSystem(options.settingsOfSystem(), true, Console.Work.NONE);
  }
}
