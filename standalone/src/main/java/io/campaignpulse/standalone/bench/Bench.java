package io.campaignpulse.standalone.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.standalone.Stages;
import io.campaignpulse.standalone.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures the system against the machine, its peers and itself. */
public final class Bench {
  private static final BenchSetup.Pace QUICK = new BenchSetup.Pace(5, 20, 10);
  private static final BenchSetup.Pace FULL = new BenchSetup.Pace(5, 35, 10);
  private static final int ROUNDS = 2;

  private Bench() {}

  /**
   * What is measured, and how.
   *
   * @param rows by id; empty for all
   * @param jvmOptions for each measured process; {@code %n} in them is its name
   */
  public record Request(boolean quick, Set<String> rows, Path directory, List<String> jvmOptions) {}

  /** The ids of all rows. */
  public static List<String> ids() {
    return Rows.all().stream().map(Row::id).toList();
  }

  /**
   * Measures row by row, and those that others are compared with once more; returns the results as
   * they are kept.
   *
   * @param started closes what is measured with
   */
  public static ObjectNode run(Request request, Stages stages, Started started) throws Exception {
    var rows =
        Rows.all().stream()
            .filter(
                row ->
                    request.rows.isEmpty()
                        ? !(request.quick && row.onlyInFull())
                        : request.rows.contains(row.id()))
            .toList();
    var results = new Results();
    var pace = request.quick ? QUICK : FULL;
    var setup =
        started.add(new BenchSetup(request.directory, pace, request.jvmOptions, stages, results));
    for (int round = 0; round < (request.quick ? 1 : ROUNDS); round++) {
      for (var row : rows) {
        if (round == 0 || row.isBase()) {
          if (!row.onWhole()) {
            setup.endWhole();
          }
          results.add(row, stages.run(row.title(), () -> row.measure(setup)));
        }
      }
    }
    return results.json();
  }

  /** Tells the results, and what of them fell since those that are kept. */
  public static void tell(ObjectNode results, Optional<Path> kept, Stages stages)
      throws IOException {
    stages.say("");
    Table.of(results).forEach(stages::say);
    if (kept.isPresent() && Files.exists(kept.get())) {
      var before = Json.MAPPER.readTree(kept.get().toFile()).path("rows");
      var falls = Results.falls(before, results);
      var uncompared = Results.uncompared(before, results);
      stages.say("");
      stages.say(
          falls.isEmpty()
              ? "No ratio that was compared fell by more than 15 % since " + kept.get()
              : "FALLEN by more than 15 % since " + kept.get() + ":");
      falls.forEach(fall -> stages.say("  " + fall));
      if (!uncompared.isEmpty()) {
        stages.say("NOT COMPARED, as one of the two was not measured:");
        uncompared.forEach(ratio -> stages.say("  " + ratio));
      }
    }
  }

  /** The results with the machine they hold for. */
  public static ObjectNode file(ObjectNode results) {
    var file = JsonNodeFactory.instance.objectNode();
    file.putObject("machine")
        .put("processors", Runtime.getRuntime().availableProcessors())
        .put("java", System.getProperty("java.runtime.version"))
        .put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    file.set("rows", results);
    return file;
  }
}
