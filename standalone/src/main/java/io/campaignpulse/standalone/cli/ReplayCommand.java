package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.ReplayRequest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Parameters(
      paramLabel = "NAME|FILE",
      arity = "0..*",
      description = "A bundled data set, such as complete-journey; or the files of --mapping")
  List<String> what = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Says which column of your files is which field of which event")
  Path mapping;

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
    var settings = options.settings();
    if (to == null) {
      return console.runSystem(
          settings,
          false,
          (address, stages) ->
              console.parts().replay(request, address, settings.currency(), stages));
    }
    console.parts().replay(request, to, settings.currency(), console.stages(settings));
    return 0;
  }

  private ReplayRequest request() {
    if (mapping == null && what.size() > 1) {
      throw options.wrong("replay takes one NAME, or files with --mapping");
    }
    var files = mapping == null ? List.<Path>of() : what.stream().map(Path::of).toList();
    var named = mapping == null ? what.stream().findFirst() : Optional.<String>empty();
    requireReadable("--mapping", mapping == null ? List.of() : List.of(mapping));
    requireReadable("FILE", files);
    try {
      return new ReplayRequest(named, Optional.ofNullable(mapping), files, speed.factor(), at);
    } catch (IllegalArgumentException wrong) {
      throw options.wrong(wrong.getMessage());
    }
  }

  private void requireReadable(String option, List<Path> files) {
    for (var file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw options.wrong("%s: there is no readable file %s".formatted(option, file));
      }
    }
  }
}
