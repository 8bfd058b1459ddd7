package io.campaignpulse.standalone.cli;

import io.campaignpulse.standalone.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** What was typed, made whole: the command that was left out, and what the settings file adds. */
final class Arguments {
  private static final Set<String> ABOUT = Set.of("--help", "-h", "--version", "-V");
  private static final Pattern PASSED_THROUGH = Pattern.compile("--(kafka|flink)\\.(.+)");

  private Arguments() {}

  static String[] complete(String[] typed, CommandLine commands) {
    var args = new ArrayList<>(Arrays.asList(typed));
    if (args.isEmpty() || (args.get(0).startsWith("-") && !ABOUT.contains(args.get(0)))) {
      args.add(0, "demo");
    }
    settingsFile(args).ifPresent(file -> addFrom(file, args, commands));
    return passThrough(args).toArray(String[]::new);
  }

  private static Optional<Path> settingsFile(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i).startsWith("--config=")) {
        return Optional.of(Path.of(args.get(i).substring("--config=".length())));
      }
      if (args.get(i).equals("--config") && i + 1 < args.size()) {
        return Optional.of(Path.of(args.get(i + 1)));
      }
    }
    return Optional.empty();
  }

  /** What is typed wins over the file; what only other commands know is left to them. */
  private static void addFrom(Path file, List<String> args, CommandLine commands) {
    var command = commands.getSubcommands().get(args.get(0));
    if (command == null) {
      return;
    }
    var settings = SettingsFile.read(file, commands.getSubcommands().values());
    settings.forEach(
        (name, value) -> {
          if (!typed(args, "--" + name) && SettingsFile.knows(command, name)) {
            args.add(1, "--" + name + "=" + value);
          }
        });
  }

  private static boolean typed(List<String> args, String option) {
    return args.stream().anyMatch(arg -> arg.equals(option) || arg.startsWith(option + "="));
  }

  /** {@code --kafka.NAME=VALUE} becomes an option that the parser knows. */
  private static List<String> passThrough(List<String> args) {
    var out = new ArrayList<String>();
    for (int i = 0; i < args.size(); i++) {
      var found = PASSED_THROUGH.matcher(args.get(i));
      if (!found.matches()) {
        out.add(args.get(i));
        continue;
      }
      var property = found.group(2);
      if (!property.contains("=")) {
        if (i + 1 == args.size() || args.get(i + 1).startsWith("--")) {
          throw new Refusal(args.get(i) + " lacks a value: " + args.get(i) + "=VALUE");
        }
        property += "=" + args.get(++i);
      }
      out.add("--" + found.group(1) + "-property=" + property);
    }
    return out;
  }
}
