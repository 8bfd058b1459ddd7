package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.Reasons;
import io.campaignpulse.standalone.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong use and failure, each told in one line. */
final class Errors {
  private Errors() {}

  static int wrongUse(ParameterException wrong, String[] args) {
    var command = wrong.getCommandLine();
    command.getErr().println("pulse: " + what(wrong) + hint(wrong, command));
    return CommandLine.ExitCode.USAGE;
  }

  private static String what(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      var first = unmatched.getUnmatched().get(0);
      return first.startsWith("-")
          ? "unknown option " + first.replaceAll("=.*", "")
          : "'" + first + "' is not understood";
    }
    return oneLine(wrong.getMessage());
  }

  static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    // A refusal of a file may name several of its lines.
    var reason = failure instanceof Refusal ? failure.getMessage() : Reasons.of(failure);
    command.getErr().println("pulse: " + reason);
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String hint(ParameterException wrong, CommandLine command) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      var close = unmatched.getSuggestions();
      if (!close.isEmpty()) {
        return "; did you mean " + String.join(" or ", close) + "?";
      }
    }
    return "; see " + command.getCommandSpec().qualifiedName() + " --help";
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
