package io.campaignpulse.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Processor time of a process but for its compilers: a system at little work leaves them minutes in
 * which they take whatever nobody else wants, and they end for good one day. Linux only, as it
 * reads {@code /proc}.
 */
final class ProcessorTime {
  /** What a thread's own time is counted in, on all that Linux runs on. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final String STAT = "stat";
  private static final String COMPILER = "CompilerThre";

  private final Path process;

  ProcessorTime(long pid) {
    this(Path.of("/proc", Long.toString(pid)));
  }

  /**
   * @param process its directory under {@code /proc}
   */
  ProcessorTime(Path process) {
    this.process = process;
  }

  /** In seconds, since the process began. */
  double seconds() throws IOException {
    var seconds = seconds(Files.readString(process.resolve(STAT)));
    for (var thread : threads()) {
      var stat = stat(thread);
      if (stat.contains(COMPILER)) {
        seconds -= seconds(stat);
      }
    }
    return seconds;
  }

  private List<Path> threads() throws IOException {
    try (var threads = Files.list(process.resolve("task"))) {
      return threads.toList();
    }
  }

  /** Empty if the thread has ended by now, whose time the process keeps. */
  private static String stat(Path of) {
    try {
      return Files.readString(of.resolve(STAT));
    } catch (IOException e) {
      return "";
    }
  }

  /** The name, in brackets, is the only field with blanks. */
  private static double seconds(String stat) {
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS_PER_SECOND;
  }
}
