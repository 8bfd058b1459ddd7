package io.campaignpulse.standalone.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "fit-value-model",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "pulse fit-value-model [OPTIONS]",
    description = {
      "Fits the model of customer value to the customers on hand and publishes it.",
      "A running system does so by itself once a day, and when far more customers come back."
    })
final class FitValueModelCommand implements Callable<Integer> {
  private final Console console;

  @Mixin RunningSystem system;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Converters.OfDate.class,
      description = "Day on which the observation ends. Default: that of the newest event")
  LocalDate asOf;

  @Mixin CommonOptions options;

  FitValueModelCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    console.parts().fitValueModel(system.address, asOf, console.stages(options.settings()));
    return 0;
  }
}
