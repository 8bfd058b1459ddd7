package io.campaignpulse.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page's own tests, which run in Node.js without a browser. */
class PageModulesTest {
  private static final Path TESTS = Path.of("src", "test", "js");

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void thePagesModulesPassTheirTests() throws Exception {
    var tests = tests();
    assertThat(tests).isNotEmpty();
    var command = new ArrayList<>(List.of("node", "--test", "--test-reporter=spec"));
    command.addAll(tests);
    var node = start(command);
    var output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor()).as("node --test says:%n%s", output).isZero();
  }

  private static List<String> tests() throws IOException {
    try (var files = Files.list(TESTS)) {
      return files.map(Path::toString).filter(n -> n.endsWith(".test.mjs")).sorted().toList();
    }
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return fail("The page's tests need Node.js 18 or newer on the PATH: " + e.getMessage());
    }
  }
}
