package io.campaignpulse.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class LogRewritingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void theChildGivesWayAndItsServerDoesNot() throws Exception {
    var server = new ProcessBuilder("sh", "-c", "sleep 100 & wait").start();
    try {
      var child = Await.present(PATIENCE, () -> server.children().findFirst());
      assertThat(nice(child)).isEqualTo(nice(ProcessHandle.current()));

      new LogRewriting().giveWay(server.toHandle());

      Await.until(PATIENCE, () -> nice(child) == 19);
      assertThat(nice(server.toHandle())).isEqualTo(nice(ProcessHandle.current()));
    } finally {
      server.descendants().forEach(ProcessHandle::destroyForcibly);
      server.destroyForcibly();
    }
  }

  @Test
  void aServerThatDoesNotRewriteIsLeftAlone() throws Exception {
    var server = new ProcessBuilder("sleep", "100").start();
    try {
      new LogRewriting().giveWay(server.toHandle());

      assertThat(nice(server.toHandle())).isEqualTo(nice(ProcessHandle.current()));
    } finally {
      server.destroyForcibly();
    }
  }

  /** The 19th field that Linux tells of a process. */
  private static int nice(ProcessHandle process) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
