package io.campaignpulse.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** The Redis process that the pid file of a directory names, if it really is that directory's. */
final class RedisProcess {
  static final String PID_FILE = "redis.pid";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private RedisProcess() {}

  /** Ends the server that a killed run left behind, by its process id. */
  static void end(Path directory) throws IOException {
    find(directory).ifPresent(RedisProcess::end);
    Files.deleteIfExists(directory.resolve(PID_FILE));
  }

  static void end(ProcessHandle process) {
    process.destroy();
    try {
      Await.until(PATIENCE, () -> !runs(process));
    } catch (TimeoutException stubborn) {
      process.destroyForcibly();
    }
  }

  /** Whether it runs; one that has ended but was not yet waited for by its parent does not. */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  static Optional<ProcessHandle> find(Path directory) {
    return pid(directory.resolve(PID_FILE))
        .flatMap(ProcessHandle::of)
        .filter(process -> belongsTo(process, directory));
  }

  private static Optional<Long> pid(Path file) {
    try {
      return Optional.of(Long.parseLong(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** A process id may have been given to a stranger since: the program or its directory decides. */
  private static boolean belongsTo(ProcessHandle process, Path directory) {
    var ours = real(directory).toString();
    var program = process.info().command().orElse("");
    var commandLine = process.info().commandLine().orElse("");
    return program.contains("redis-server")
        && (program.startsWith(ours)
            || commandLine.contains(ours)
            || ours.equals(workingDirectory(process)));
  }

  private static String workingDirectory(ProcessHandle process) {
    return real(Path.of("/proc", Long.toString(process.pid()), "cwd")).toString();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException absent) {
      return path.toAbsolutePath().normalize();
    }
  }
}
