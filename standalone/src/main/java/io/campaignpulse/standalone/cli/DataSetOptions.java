package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.DataSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Names a data set: a bundled one, or files and their mapping. */
final class DataSetOptions {
  @Spec(Target.MIXEE)
  CommandSpec command;

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

  /** What was named; anything that is not there is told as wrong use. */
  DataSet dataSet() {
    if (mapping == null && what.size() > 1) {
      throw wrong("%s takes one NAME, or files with --mapping".formatted(command.name()));
    }
    var files = mapping == null ? List.<Path>of() : what.stream().map(Path::of).toList();
    var named = mapping == null ? what.stream().findFirst() : Optional.<String>empty();
    requireReadable("--mapping", mapping == null ? List.of() : List.of(mapping));
    requireReadable("FILE", files);
    try {
      return new DataSet(named, Optional.ofNullable(mapping), files);
    } catch (IllegalArgumentException wrong) {
      throw wrong("%s: %s".formatted(command.name(), wrong.getMessage()));
    }
  }

  private void requireReadable(String option, List<Path> files) {
    for (var file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw wrong("%s: there is no readable file %s".formatted(option, file));
      }
    }
  }

  private ParameterException wrong(String line) {
    return new ParameterException(command.commandLine(), line);
  }
}
