package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.load.LoadRun;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "pulse load [OPTIONS]",
    description =
        "Sends a steady load, whether or not the system keeps up, and shows how long events take"
            + " from intended send time to a viewer's frame.")
final class LoadCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Events a second. Default: ${DEFAULT-VALUE}")
  double rate;

  @Option(
      names = "--duration",
      paramLabel = "DURATION",
      defaultValue = "PT1M",
      description = "How long, such as PT5M. Default: ${DEFAULT-VALUE}")
  Duration duration;

  @Option(
      names = "--campaigns",
      paramLabel = "N",
      defaultValue = "10",
      description = "Over how many campaigns. Default: ${DEFAULT-VALUE}")
  int campaigns;

  @Option(
      names = "--customers",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Of how many customers. Default: ${DEFAULT-VALUE}")
  int customers;

  @Option(
      names = "--to",
      paramLabel = "URL",
      converter = Converters.OfAddress.class,
      description = "Address of a running system; without it one is started")
  URI to;

  @Mixin CommonOptions options;

  LoadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (!(rate > 0) || duration.isNegative() || duration.isZero()) {
      throw options.wrong("load: --rate and --duration must be positive");
    }
    if (campaigns < 1 || customers < 1) {
      throw options.wrong("load: --campaigns and --customers must be positive");
    }
    var settings = options.settings();
    var load = new LoadRun.Load(System.nanoTime(), rate, duration, campaigns, customers);
    if (to == null) {
      return console.runSystem(
          settings, false, (address, stages) -> LoadRun.run(load, address, stages));
    }
    LoadRun.run(load, to, console.stages(settings));
    return 0;
  }
}
