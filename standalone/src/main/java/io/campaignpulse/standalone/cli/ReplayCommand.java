package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.ReplayRequest;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = {
      "pulse replay NAME [OPTIONS]",
      "       pulse replay --mapping MAPPING.yaml FILE.csv... [OPTIONS]"
    },
    description = "Replays a bundled data set, or your own files, as events.")
final class ReplayCommand implements Callable<Integer> {
  private final Console console;

  @Mixin DataSetOptions data;

  @Option(
      names = "--speed",
      paramLabel = "FACTOR",
      defaultValue = "max",
      converter = Converters.OfSpeed.class,
      description = "How much faster than it happened, or max. Default: ${DEFAULT-VALUE}")
  Converters.Speed speed;

  @Option(
      names = "--at",
      paramLabel = "original|now",
      defaultValue = "original",
      description = "Original times, or shifted to end now. Default: ${DEFAULT-VALUE}")
  ReplayRequest.At at;

  @Option(
      names = "--to",
      paramLabel = "URL",
      converter = Converters.OfAddress.class,
      description = "Address of a running system; without it one is started")
  URI to;

  @Mixin CommonOptions options;

  ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    var request = request();
    var settings = options.settings(to);
    var stages = console.stages(settings);
    var replay =
        stages.run("Data set read", () -> console.parts().replay(request, settings.currency()));
    if (to == null) {
      return console.runSystem(settings, false, replay::sendTo);
    }
    return replay.sendTo(to, stages) == 0 ? 0 : 1;
  }

  private ReplayRequest request() {
    try {
      return new ReplayRequest(data.dataSet(), speed.factor(), at);
    } catch (IllegalArgumentException wrong) {
      throw options.wrong(wrong.getMessage());
    }
  }
}
