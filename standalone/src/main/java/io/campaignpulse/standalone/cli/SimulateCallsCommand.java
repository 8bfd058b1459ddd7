package io.campaignpulse.standalone.cli;

import io.campaignpulse.simulators.callcentre.OverloadRule;
import io.campaignpulse.simulators.callcentre.SampleCentre;
import io.campaignpulse.simulators.callcentre.ServiceLevel;
import io.campaignpulse.standalone.calls.LogRequest;
import io.campaignpulse.standalone.calls.Simulated;
import io.campaignpulse.standalone.calls.TrialRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "simulate-calls",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "pulse simulate-calls [OPTIONS]",
    description =
        "Simulates days of a made-up call centre twice, with priority routing and first come first"
            + " served, over the same calls, and shows what routing changes and how sure that is.")
final class SimulateCallsCommand implements Callable<Integer> {
  private final Console console;

  @Spec CommandSpec command;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Fixes the calls. Default: ${DEFAULT-VALUE}")
  long seed;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many days. Default: ${DEFAULT-VALUE}")
  int days;

  @Option(
      names = "--agents",
      paramLabel = "N",
      defaultValue = "20",
      description = "Agents in the busiest hours. Default: ${DEFAULT-VALUE}")
  int agents;

  @Option(
      names = "--load",
      paramLabel = "LOAD",
      defaultValue = "1",
      description =
          "Work that callers bring over the day, per agent time on duty. Default: ${DEFAULT-VALUE}")
  double load;

  @Option(
      names = "--threshold",
      paramLabel = "DURATION",
      defaultValue = "PT20S",
      converter = Converters.OfDuration.class,
      description = "Threshold of the service level. Default: ${DEFAULT-VALUE}")
  Duration threshold;

  @Option(
      names = "--service-level",
      paramLabel = "DEFINITION",
      defaultValue = "OF_OFFERED",
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  ServiceLevel level;

  @Option(
      names = "--strict-above",
      paramLabel = "LOAD",
      defaultValue = "1.1",
      description =
          "Offered load of the last window, per agent on duty, from which priority is strict."
              + " Default: ${DEFAULT-VALUE}")
  double above;

  @Option(
      names = "--strict-below",
      paramLabel = "LOAD",
      defaultValue = "1.0",
      description = "Offered load below which it accumulates again. Default: ${DEFAULT-VALUE}")
  double below;

  @Option(
      names = "--window",
      paramLabel = "DURATION",
      defaultValue = "PT15M",
      converter = Converters.OfDuration.class,
      description = "Over how long the offered load is measured. Default: ${DEFAULT-VALUE}")
  Duration window;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description =
          "Answers the calls of a bank's log again instead, by the bank's own rule and by others")
  Path log;

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description = "With --log: each day as others counted it, to compare with")
  Path reference;

  @Mixin ResultFile file;

  SimulateCallsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var simulated = log == null ? Simulated.trial(request()) : Simulated.log(logRequest());
    simulated.lines().forEach(console.out()::println);
    file.write(simulated.json());
    return 0;
  }

  private LogRequest logRequest() {
    refuseWithLog("--days", "--agents", "--load", "--service-level", "--strict-above");
    refuseWithLog("--strict-below", "--window");
    refuseUnreadable("--log", log);
    if (reference != null) {
      refuseUnreadable("--reference", reference);
    }
    var request = request();
    return new LogRequest(
        log, Optional.ofNullable(reference), seed, request.threshold().toNanos() / 1e9);
  }

  /** An option that would change nothing is wrong use. */
  private void refuseWithLog(String... options) {
    for (var option : options) {
      if (command.commandLine().getParseResult().hasMatchedOption(option)) {
        throw wrong(option + " is of the made-up centre; it can't be given with --log");
      }
    }
  }

  private void refuseUnreadable(String option, Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw wrong(option + ": there is no readable file " + file);
    }
  }

  private ParameterException wrong(String line) {
    return new ParameterException(command.commandLine(), line);
  }

  private TrialRequest request() {
    if (reference != null && log == null) {
      throw wrong("--reference needs --log");
    }
    try {
      var overload = new OverloadRule(above, below, window.toNanos() / 1e9, SampleCentre.HANDLING);
      return new TrialRequest(seed, days, agents, load, threshold, level, overload);
    } catch (IllegalArgumentException refused) {
      throw wrong("simulate-calls: " + refused.getMessage());
    }
  }
}
