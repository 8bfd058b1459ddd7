package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.Parts;
import io.campaignpulse.standalone.Refusal;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code pulse COMMAND OPTIONS}. */
@Command(
    name = "pulse",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    description = "Live campaign response, from every touchpoint, while the campaign runs.",
    footer = {
      "",
      "Without a command, pulse runs the demo. Options of a command: pulse COMMAND --help",
      "The heap is 2 GiB; PULSE_HEAP=4g ./pulse gives it more."
    })
public final class Pulse {
  private static final int HELP_WIDTH = 100;

  private final CommandLine commands;
  private final PrintStream err;

  public Pulse(Parts parts, PrintStream out, PrintStream err) {
    this.err = err;
    var console = new Console(parts, out);
    commands =
        new CommandLine(this)
            .addSubcommand(new DemoCommand(console))
            .addSubcommand(new StartCommand(console))
            .addSubcommand(new ReplayCommand(console))
            .addSubcommand(new LoadCommand(console))
            .addSubcommand(new BenchCommand(console))
            .addSubcommand(new SimulateCallsCommand(console))
            .addSubcommand(new TryAffinityCommand(console))
            .addSubcommand(new RebuildCommand(console))
            .addSubcommand(new FitValueModelCommand(console))
            .addSubcommand(new DashboardCommand(console))
            .addSubcommand(new SubmitCommand(console))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setUsageHelpWidth(HELP_WIDTH)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Errors::wrongUse)
            .setExecutionExceptionHandler(Errors::failed);
  }

  /** Runs one command; returns the exit code: 0 done, 1 failed, 2 used wrongly. */
  public int run(String... args) {
    try {
      return commands.execute(Arguments.complete(args, commands));
    } catch (Refusal wrong) {
      err.println("pulse: " + wrong.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
  }
}
