package io.campaignpulse.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.campaignpulse.events.Json;
import io.campaignpulse.standalone.Refusal;
import io.campaignpulse.standalone.Stages;
import io.campaignpulse.standalone.Started;
import io.campaignpulse.standalone.embedded.EmbeddedRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What rows measure with: events in Kafka, a Redis, and processes of their own. */
final class BenchSetup implements AutoCloseable {
  /** How many threads read, and into how many shares each operator is divided. */
  static final int SHARES = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

  /** State, checkpoints and shares alike in all rows, unless a row says otherwise. */
  private static final Map<String, String> FLINK =
      Map.of(
          "state.backend.type",
          "hashmap",
          "execution.checkpointing.interval",
          "10 s",
          "taskmanager.numberOfTaskSlots",
          Integer.toString(SHARES),
          "parallelism.default",
          Integer.toString(SHARES));

  /**
   * For all alike, as {@code ./pulse} has it: compilers rest the sooner, and code is the denser.
   */
  private static final List<String> INLINE_LESS =
      List.of("-XX:MaxInlineLevel=9", "-XX:FreqInlineSize=100", "-XX:InlineSmallCode=1000");

  /**
   * For all jobs alike, as a task manager on a cluster has it: a heap that is there from the
   * beginning, with room for the customers of every row, and the collector that costs the least.
   */
  private static final List<String> AS_ON_A_CLUSTER =
      List.of(
          "-Xms6g",
          "-Xmx6g",
          "-XX:+AlwaysPreTouch",
          "-XX:+UseTransparentHugePages",
          "-XX:+UseParallelGC");

  /** What {@code ./pulse} runs with, whose pauses are short. */
  static final List<String> AS_USUAL =
      List.of(
          "-Xms2g",
          "-Xmx2g",
          "-XX:+UseG1GC",
          "-XX:MaxTenuringThreshold=1",
          "-XX:-G1UseAdaptiveIHOP",
          "-XX:InitiatingHeapOccupancyPercent=60");

  private static final long EXIT_SECONDS = 15;

  private final Path directory;
  private final Pace pace;
  private final List<String> jvmOptions;
  private final Stages stages;
  private final Results results;
  private final Started started = new Started();
  private final Map<Dataset, FilledKafka> filled = new HashMap<>();
  private EmbeddedRedis redis;
  private LoadedSystem whole;
  private int measured;

  /**
   * How long one measurement takes.
   *
   * @param mostWarmUpSeconds after which it begins though compilers do not rest yet
   */
  record Pace(int leastWarmUpSeconds, int mostWarmUpSeconds, int seconds) {
    WarmUp warmUp() {
      return new WarmUp(leastWarmUpSeconds, mostWarmUpSeconds);
    }
  }

  BenchSetup(Path directory, Pace pace, List<String> jvmOptions, Stages stages, Results results) {
    this.directory = directory;
    this.pace = pace;
    this.jvmOptions = jvmOptions;
    this.stages = stages;
    this.results = results;
  }

  Pace pace() {
    return pace;
  }

  Stages stages() {
    return stages;
  }

  /** A figure that another row has measured before. */
  double figure(String row, String name) {
    var figure = results.json().path(row).path(name);
    if (figure.isMissingNode()) {
      throw new Refusal("--rows: " + row + " must be measured, too");
    }
    return figure.asDouble();
  }

  /** A place for files that go when all is measured. */
  Path file(String name) throws IOException {
    return Files.createDirectories(directory.resolve("work")).resolve(name);
  }

  String redisUri() throws IOException {
    if (redis == null) {
      var log = directory.resolve("redis.log");
      redis = started.add(EmbeddedRedis.start(file("redis"), log));
    }
    return redis.uri();
  }

  /** A whole system, kept at work long enough when it was not there yet. */
  LoadedSystem whole() throws IOException, InterruptedException {
    if (whole == null) {
      whole = started.add(LoadedSystem.start(this));
      whole.warmUp();
    }
    return whole;
  }

  /** Ends the whole system, as it takes processors from what is measured alone. */
  void endWhole() throws IOException {
    if (whole != null) {
      whole.close();
      whole = null;
    }
  }

  FilledKafka kafka(Dataset dataset) throws Exception {
    var kafka = filled.get(dataset);
    if (kafka == null) {
      var words = "%,d events of %,d customers in Kafka";
      kafka =
          stages.run(
              words.formatted(dataset.events(), dataset.customers()),
              () -> started.add(FilledKafka.open(directory.resolve(dataset.name()), dataset)));
      filled.put(dataset, kafka);
    }
    return kafka;
  }

  /** Measures in a process of its own. */
  Measurement measure(Workload workload, Dataset dataset, Map<String, String> flink)
      throws Exception {
    var name = workload.name().toLowerCase(Locale.ROOT) + "-" + ++measured;
    var work = Files.createDirectories(file(name));
    var command = java(name, AS_ON_A_CLUSTER);
    command.addAll(
        List.of(
            Child.class.getName(),
            workload.name(),
            kafka(dataset).ends().get("bootstrap.servers"),
            redisUri(),
            work.toString(),
            Long.toString(dataset.events()),
            Integer.toString(pace.leastWarmUpSeconds),
            Integer.toString(pace.mostWarmUpSeconds),
            Integer.toString(pace.seconds)));
    var settings = new HashMap<>(FLINK);
    settings.putAll(flink);
    settings.forEach((key, value) -> command.add(key + "=" + value));
    return run(command, name);
  }

  /** The start of a command line: but for the heap the same for every row. */
  List<String> java(String name, List<String> heap) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(heap);
    command.addAll(INLINE_LESS);
    command.addAll(
        List.of(
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.campaignpulse",
            "-Dpulse.logs=" + directory.resolve("logs").resolve(name)));
    jvmOptions.forEach(option -> command.add(option.replace("%n", name)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    return command;
  }

  private Measurement run(List<String> command, String name)
      throws IOException, InterruptedException {
    var errors = directory.resolve(name + ".err");
    var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (var lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(Child.RESULT)) {
          process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
          return read(Json.MAPPER.readTree(line.substring(Child.RESULT.length())));
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    throw new IllegalStateException(name + " could not be measured: see " + errors);
  }

  private static Measurement read(JsonNode result) {
    var perSecond = new ArrayList<Double>();
    result.path("perSecond").forEach(value -> perSecond.add(value.asDouble()));
    return new Measurement(
        perSecond,
        result.path("warmUpSeconds").asInt(),
        result.path("cores").asDouble(),
        result.path("events").asLong(),
        result.path("stateBytes").asLong());
  }

  @Override
  public void close() {
    started.close();
  }
}
