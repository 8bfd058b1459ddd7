package io.campaignpulse.standalone.e2e;

import io.campaignpulse.standalone.PulseSystem;
import io.campaignpulse.standalone.Settings;
import io.campaignpulse.standalone.Stages;
import io.campaignpulse.standalone.Started;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A whole real system in this process: Kafka, Redis, Flink and HTTP on free ports. */
final class LocalPulse implements AutoCloseable {
  static final Duration DEFAULT_LATENESS = Duration.ofHours(24);
  static final Duration HISTORY = Duration.ofDays(180);

  /** To know that all is counted takes a checkpoint, so there are many. */
  private static final Map<String, String> FLINK =
      Map.of(
          "execution.checkpointing.interval", "1 s", "execution.checkpointing.min-pause", "200 ms");

  private final Started started = new Started();
  private Pulse pulse;

  static LocalPulse start(Path data, Duration lateness) throws Exception {
    return start(data, lateness, pulse -> {});
  }

  /**
   * Returns once all of it runs.
   *
   * @param early told as soon as the dashboard answers, when the jobs may still be starting
   */
  static LocalPulse start(Path data, Duration lateness, Consumer<Pulse> early) throws Exception {
    var local = new LocalPulse();
    var parts = new OpenParts((ends, address) -> local.found(new Pulse(ends, address), early));
    var stages = new Stages(new PrintStream(PrintStream.nullOutputStream()), false);
    try {
      new PulseSystem(settings(data, lateness), parts, stages, local.started).start(false);
      return local;
    } catch (Exception failed) {
      local.close();
      throw failed;
    }
  }

  private void found(Pulse found, Consumer<Pulse> early) {
    pulse = found;
    early.accept(found);
  }

  private static Settings settings(Path data, Duration lateness) {
    return new Settings(
        0,
        data,
        Pulse.USD,
        lateness,
        HISTORY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        FLINK);
  }

  Pulse pulse() {
    return pulse;
  }

  @Override
  public void close() {
    if (pulse != null) {
      pulse.close();
    }
    started.close();
  }
}
