package io.campaignpulse.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code pulse}, run in a small tree with a Java and a Maven that only say their name.
 */
class PulseScriptTest {
  private static final String ECHO_JAVA =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-01-01' >&2; exit; fi
      echo "java $*"
      """;

  private static final List<String> TOOLS =
      List.of(
          "sed", "head", "dirname", "readlink", "find", "mkdir", "date", "rm", "tee", "grep", "mv");

  @TempDir Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private Path tree;
  private Path programs;

  @BeforeEach
  void tree() throws IOException {
    tree = Files.createDirectories(directory.resolve("a tree"));
    programs = Files.createDirectories(directory.resolve("programs"));
    systemTools();
    Files.copy(Path.of("..", "pulse").toRealPath(), tree.resolve("pulse"));
    Files.createDirectories(tree.resolve("standalone/target/lib"));
    Files.createDirectories(tree.resolve("standalone/src/main"));
    Files.createFile(tree.resolve("pom.xml"));
    Files.createFile(tree.resolve("standalone/target/standalone-1.jar"));
    Files.createFile(tree.resolve("standalone/target/built"));
  }

  @Test
  void refusesTooOldAJavaInOneLine() throws Exception {
    program("java", ECHO_JAVA.formatted("11.0.20"));

    var run = run(tree.resolve("pulse"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines())
        .isEqualTo(
            "pulse: Java 11 at %s is too old: install JDK 17 or newer, or set JAVA_HOME\n",
            programs.resolve("java"));
  }

  @Test
  void knowsTheNumberingBeforeJava9() throws Exception {
    program("java", ECHO_JAVA.formatted("1.8.0_392"));

    assertThat(run(tree.resolve("pulse")).lines()).contains("Java 8 ").contains("too old");
  }

  @Test
  void runsThroughASymbolicLinkAndHandsOnItsArguments() throws Exception {
    program("java", ECHO_JAVA.formatted("21"));
    var link = Files.createSymbolicLink(directory.resolve("link"), tree.resolve("pulse"));

    var run = run(link, "start", "--port", "0");

    assertThat(run.lines())
        .startsWith("java ")
        .contains("SERIALIZABLE_PACKAGES=io.campaignpulse")
        .contains(tree.resolve("standalone/target/standalone-1.jar").toRealPath().toString())
        .endsWith("io.campaignpulse.standalone.Main start --port 0\n");
    assertThat(run.code()).isZero();
  }

  /** So a signal to the script is one to the system, and the script ends when the system has. */
  @Test
  void becomesTheProgram() throws Exception {
    program("java", ECHO_JAVA.formatted("21").replace("java $*", "is $$"));

    var run = run(tree.resolve("pulse"));

    assertThat(run.lines()).isEqualTo("is " + run.pid() + "\n");
  }

  @Test
  void takesAllOfTheHeapAtOnce() throws Exception {
    program("java", ECHO_JAVA.formatted("21"));

    assertThat(run(tree.resolve("pulse")).lines()).contains("-Xms2g -Xmx2g ");
    environment.put("PULSE_HEAP", "700m");
    assertThat(run(tree.resolve("pulse")).lines()).contains("-Xms700m -Xmx700m ");
  }

  @Test
  void saysThatMavenIsMissingWhenASourceIsNewerThanTheBuild() throws Exception {
    program("java", ECHO_JAVA.formatted("17.0.1"));
    changeASource();

    assertThat(run(tree.resolve("pulse")).lines())
        .isEqualTo("pulse: no Maven found: install Maven 3.8 or newer to build this once\n");
  }

  @Test
  void buildsWhatChangedAndShowsHowFarItIs() throws Exception {
    program("java", ECHO_JAVA.formatted("17"));
    program(
        "mvn",
        """
        #!/bin/sh
        echo '[INFO] Building Campaign Pulse: dashboard 0.1.0-SNAPSHOT      [4/6]'
        target=$(dirname "$3")/standalone/target
        mkdir -p "$target/lib"
        echo > "$target/standalone-2.jar"
        """);
    changeASource();

    assertThat(run(tree.resolve("pulse"), "--help").lines())
        .contains("Building Campaign Pulse")
        .contains("  [4/6] Campaign Pulse: dashboard\n")
        .contains("Built in")
        .contains("standalone-2.jar:")
        .doesNotContain("standalone-1.jar");
    assertThat(run(tree.resolve("pulse")).lines()).doesNotContain("Built in");
  }

  @Test
  void namesTheLogOfAFailedBuild() throws Exception {
    program("java", ECHO_JAVA.formatted("17"));
    program("mvn", "#!/bin/sh\necho '[ERROR] it broke'\nexit 1\n");
    changeASource();

    var run = run(tree.resolve("pulse"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines())
        .contains("[ERROR] it broke")
        .contains("the build failed: see " + tree.toRealPath().resolve("standalone/target"));
  }

  private void changeASource() throws IOException {
    var source = Files.createFile(tree.resolve("standalone/src/main/Changed.java"));
    Files.setLastModifiedTime(
        tree.resolve("standalone/target/built"), FileTime.from(Instant.EPOCH));
    assertThat(source).exists();
  }

  private void program(String name, String text) throws IOException {
    var file = Files.writeString(programs.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Run(long pid, int code, String lines) {}

  private Run run(Path script, String... args) throws Exception {
    var command = new ArrayList<String>();
    command.add(script.toString());
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(Set.of("JAVA_HOME", "PULSE_HEAP"));
    builder.environment().putAll(environment);
    builder.environment().put("PATH", programs.toString());
    var process = builder.start();
    process.getOutputStream().close();
    var lines = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Run(process.pid(), process.exitValue(), lines);
  }

  /** The tools that the script uses, without the machine's own Java and Maven. */
  private void systemTools() throws IOException {
    for (var name : TOOLS) {
      var tool = List.of(Path.of("/bin", name), Path.of("/usr/bin", name));
      var present = tool.stream().filter(Files::exists).findFirst().orElseThrow();
      program(name, "#!/bin/sh\nexec %s \"$@\"\n".formatted(present));
    }
  }
}
