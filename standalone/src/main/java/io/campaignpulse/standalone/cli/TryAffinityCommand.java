package io.campaignpulse.standalone.cli;

import io.campaignpulse.simulators.replay.MappingException;
import io.campaignpulse.simulators.replay.ReplayPlan;
import io.campaignpulse.standalone.Refusal;
import io.campaignpulse.standalone.affinity.NextProductTrial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "try-affinity",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = {
      "pulse try-affinity NAME",
      "       pulse try-affinity --mapping MAPPING.yaml FILE.csv..."
    },
    description =
        "Recommends, on the last order of each customer, ten products that they have not bought, by"
            + " what is bought together and by what is bought most, and shows how often one of the"
            + " ten was in that order. Knows only what came before it.")
final class TryAffinityCommand implements Callable<Integer> {
  private final Console console;

  @Spec CommandSpec command;

  @Parameters(
      paramLabel = "NAME|FILE",
      arity = "1..*",
      description = "A bundled data set, such as complete-journey; or the files of --mapping")
  List<String> what;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Says which column of your files is which field of which event")
  Path mapping;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      defaultValue = "USD",
      description = "Currency of the data. Default: ${DEFAULT-VALUE}")
  Currency currency;

  TryAffinityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var result = NextProductTrial.of(plan().events());
    console
        .out()
        .printf(Locale.ROOT, "%,d orders of %,d customers%n", result.orders(), result.customers());
    if (result.tried() == 0) {
      throw new Refusal("try-affinity: no customer ordered anything new in a second order");
    }
    console
        .out()
        .printf(
            Locale.ROOT,
            "hit rate at 10 on the last order of %,d customers%n"
                + "  by affinity      %5.1f %%  (%,d)%n  most popular     %5.1f %%  (%,d)%n",
            result.tried(),
            100 * result.affinityRate(),
            result.byAffinity(),
            100 * result.popularityRate(),
            result.byPopularity());
    return 0;
  }

  private ReplayPlan plan() {
    try {
      return mapping == null
          ? ReplayPlan.bundled(what.get(0), currency)
          : ReplayPlan.of(mapping, readable(), currency);
    } catch (MappingException e) {
      throw new Refusal("try-affinity: " + e.getMessage());
    }
  }

  private List<Path> readable() {
    var files = what.stream().map(Path::of).toList();
    for (var file : files) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new ParameterException(
            command.commandLine(), "FILE: there is no readable file " + file);
      }
    }
    return files;
  }
}
