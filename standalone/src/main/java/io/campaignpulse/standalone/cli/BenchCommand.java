package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.Lifetime;
import io.campaignpulse.standalone.Trees;
import io.campaignpulse.standalone.bench.Bench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "pulse bench [OPTIONS]",
    description =
        "Measures the system against the machine, against a minimal Flink job and against the last"
            + " committed run. Takes some fourteen minutes, and wants the machine to itself.")
final class BenchCommand implements Callable<Integer> {
  private final Console console;

  @Spec CommandSpec command;

  @Option(names = "--quick", description = "The main rows once, in about three minutes")
  boolean quick;

  @Option(
      names = "--rows",
      paramLabel = "ROW",
      split = ",",
      description = "Only these rows, such as count,together")
  Set<String> rows = new LinkedHashSet<>();

  @Option(
      names = "--events",
      paramLabel = "DIRECTORY",
      description = "Keeps the events there from run to run; without it they are made anew")
  Path events;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      defaultValue = "docs/bench.json",
      description = "The run to compare with. Default: ${DEFAULT-VALUE}")
  Path against;

  @Mixin ResultFile file;

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description = "For each measured process, such as a profiler; %%n in it is the row's name")
  List<String> jvm = List.of();

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    for (var row : rows) {
      if (!Bench.ids().contains(row)) {
        throw new ParameterException(
            command.commandLine(),
            "--rows: '%s' is none of %s".formatted(row, String.join(", ", Bench.ids())));
      }
    }
    if (command.commandLine().getParseResult().hasMatchedOption("--against")
        && !Files.isReadable(against)) {
      throw new ParameterException(
          command.commandLine(), "--against: there is no readable file " + against);
    }
    var directory = events == null ? Files.createTempDirectory("pulse-bench-") : events;
    try {
      measure(directory);
    } finally {
      Trees.remove(events == null ? directory : directory.resolve("work"));
    }
    return 0;
  }

  private void measure(Path directory) throws Exception {
    var stages = console.stages(directory);
    try (var lifetime = Lifetime.begin(stages)) {
      var request = new Bench.Request(quick, rows, directory, jvm);
      var results = Bench.run(request, stages, lifetime.started());
      Bench.tell(results, Optional.of(against), stages);
      file.write(Bench.file(results));
    }
  }
}
