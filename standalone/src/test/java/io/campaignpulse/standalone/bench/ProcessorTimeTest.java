package io.campaignpulse.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTimeTest {
  @TempDir Path process;

  @Test
  void leavesOutWhatTheCompilersTookAndNothingElse() throws IOException {
    write(process, "java", 9_000, 1_000);
    thread(1, "main", 500, 0);
    thread(2, "C2 CompilerThre", 6_000, 200);
    thread(3, "C1 CompilerThre", 700, 100);
    thread(4, "a (b) c", 300, 0);

    assertThat(new ProcessorTime(process).seconds()).isEqualTo(100 - 62 - 8);
  }

  @Test
  void keepsTheTimeOfAThreadThatHasJustEnded() throws IOException {
    write(process, "java", 400, 100);
    Files.createDirectories(process.resolve("task/7"));

    assertThat(new ProcessorTime(process).seconds()).isEqualTo(5);
  }

  private void thread(int id, String name, long user, long system) throws IOException {
    write(Files.createDirectories(process.resolve("task/" + id)), name, user, system);
  }

  /** As Linux writes it: times are the 14th and 15th field, in hundredths of a second. */
  private static void write(Path directory, String name, long user, long system)
      throws IOException {
    Files.createDirectories(directory.resolve("task"));
    Files.writeString(
        directory.resolve("stat"),
        "42 (%s) S 1 2 3 4 5 6 7 8 9 10 %d %d 77 78 20 0 30".formatted(name, user, system));
  }
}
