package io.campaignpulse.standalone.cli;

import io.campaignpulse.simulators.load.LoadMix;
import io.campaignpulse.standalone.Stages;
import io.campaignpulse.standalone.load.Load;
import io.campaignpulse.standalone.load.LoadResult;
import io.campaignpulse.standalone.load.LoadRun;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
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
            + " from intended send time to a viewer's frame. Then every figure is held against a"
            + " recount; a difference is a failure.")
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
      converter = Converters.OfDuration.class,
      description = "How long it is timed, such as PT5M. Default: ${DEFAULT-VALUE}")
  Duration duration;

  @Option(
      names = "--warm-up",
      paramLabel = "DURATION",
      defaultValue = "PT20S",
      converter = Converters.OfDuration.class,
      description = "How long the same load runs before it is timed. Default: ${DEFAULT-VALUE}")
  Duration warmUp;

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
      names = "--skew",
      paramLabel = "EXPONENT",
      defaultValue = "0",
      description = "Zipf's exponent by which customers are busy; 0: all alike. Default: 0")
  double skew;

  @Option(
      names = "--disorder",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of events sent later than they happened. Default: 0")
  double disorder;

  @Option(
      names = "--late-by",
      paramLabel = "DURATION",
      defaultValue = "PT1M",
      converter = Converters.OfDuration.class,
      description = "How much later, at most. Default: ${DEFAULT-VALUE}")
  Duration lateBy;

  @Option(
      names = "--repeats",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of events sent that repeat an earlier one. Default: 0")
  double repeats;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Fixes the events; each load of a system needs another. Default: by the clock")
  Long seed;

  @Option(
      names = "--to",
      paramLabel = "URL",
      converter = Converters.OfAddress.class,
      description = "Address of a running system; without it one is started")
  URI to;

  @Mixin ResultFile file;

  @Mixin CommonOptions options;

  LoadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    var load = load();
    var settings = options.settings(to);
    if (to != null) {
      var stages = console.stages(settings);
      return tell(LoadRun.run(load, to, Optional.empty(), stages), stages);
    }
    return console.withSystem(
        settings,
        (address, ends, stages) ->
            tell(LoadRun.run(load, address, Optional.of(ends.redisUri()), stages), stages));
  }

  private Load load() {
    if (!(rate > 0) || duration.isNegative() || duration.isZero() || warmUp.isNegative()) {
      throw options.wrong("load: --rate and --duration must be positive, --warm-up not negative");
    }
    try {
      var mix = new LoadMix(campaigns, customers, skew, disorder, lateBy, repeats);
      return new Load(seed == null ? System.nanoTime() : seed, rate, warmUp, duration, mix);
    } catch (IllegalArgumentException wrong) {
      throw options.wrong("load: " + wrong.getMessage());
    }
  }

  /** A figure that is not as recounted is a failure; a rate too high for the machine is not. */
  private int tell(LoadResult result, Stages stages) throws IOException {
    stages.say("");
    result.lines().forEach(stages::say);
    file.write(result.json());
    return result.differences().isEmpty() ? 0 : 1;
  }
}
