package io.campaignpulse.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path directory;

  @Test
  void saysInOneLineWhichProcessUsesTheDirectory() throws Exception {
    try (var holder = ChildJvm.start(Holder.class, directory.toString())) {
      assertThat(holder.readLine()).isEqualTo("locked");

      assertThatThrownBy(() -> DataDirectory.open(directory))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "data directory %s is in use by process %d; stop it or choose another with --data",
              directory, holder.pid());
    }
  }

  @Test
  void takesOverTheLockOfAKilledProcess() throws Exception {
    try (var holder = ChildJvm.start(Holder.class, directory.toString())) {
      assertThat(holder.readLine()).isEqualTo("locked");
      holder.kill();
    }

    try (var taken = DataDirectory.open(directory)) {
      assertThat(Files.readString(taken.root().resolve("lock")))
          .isEqualTo(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void saysInOneLineThatTheEventsOfItsFiguresAreGone() throws Exception {
    try (var data = DataDirectory.open(directory)) {
      data.requireEvents();
      Files.createDirectories(data.kafka());
      Files.createDirectories(data.checkpoints());
      data.requireEvents();
      Files.delete(data.kafka());

      assertThatThrownBy(data::requireEvents)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("figures but no events: " + data.kafka());
    }
  }

  @Test
  void removesWhatAKilledProcessWorkedOnOnceTheDirectoryIsItsOwn() throws Exception {
    try (var data = DataDirectory.open(directory)) {
      var left = Files.createDirectories(data.temporary().resolve("store"));
      Files.createFile(left.resolve("table"));
      assertThatThrownBy(() -> DataDirectory.open(directory)).isInstanceOf(Refusal.class);
      assertThat(left).exists();
    }
    try (var data = DataDirectory.open(directory)) {
      assertThat(data.temporary()).isEmptyDirectory();
    }
  }

  @Test
  void isFreeAgainAfterItsClose() throws Exception {
    DataDirectory.open(directory).close();

    DataDirectory.open(directory).close();
  }

  @Test
  void refusesASecondUseInTheSameProcess() throws Exception {
    try (var first = DataDirectory.open(directory)) {
      assertThatThrownBy(() -> DataDirectory.open(first.root())).hasMessageContaining("in use");
    }
  }

  @Test
  void refusesAFileInOneLine() throws Exception {
    var file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot be used")
        .hasMessageContaining("--data");
  }

  /** Holds a data directory until it is killed. */
  static final class Holder {
    public static void main(String[] args) throws Exception {
      DataDirectory.open(Path.of(args[0]));
      System.out.println("locked");
      System.in.read();
    }
  }
}
