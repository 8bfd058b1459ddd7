package io.campaignpulse.standalone.e2e;

import io.campaignpulse.standalone.Endpoints;
import io.campaignpulse.standalone.PulseSystem;
import io.campaignpulse.standalone.Settings;
import io.campaignpulse.standalone.Stages;
import io.campaignpulse.standalone.Started;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A whole real system in this process: Kafka, Redis, Flink and HTTP on free ports. */
final class LocalPulse implements AutoCloseable {
  static final Duration DEFAULT_LATENESS = Duration.ofHours(24);
  static final Duration HISTORY = Duration.ofDays(180);

  /** To know that all is counted takes a checkpoint, so there are many. */
  private static final Map<String, String> OFTEN =
      Map.of(
          "execution.checkpointing.interval", "1 s", "execution.checkpointing.min-pause", "200 ms");

  private final Started started = new Started();
  private Pulse pulse;
  private Endpoints ends;

  /** Returns once all of it runs. */
  static LocalPulse start(Path data, Duration lateness) throws Exception {
    return start(settings(data, lateness, OFTEN), (ends, address) -> {});
  }

  /**
   * With the settings of a system that nobody tests.
   *
   * @param early told as soon as the dashboard answers, when the jobs are still starting
   */
  static LocalPulse startAsUsual(Path data, BiConsumer<Endpoints, URI> early) throws Exception {
    return start(settings(data, DEFAULT_LATENESS, Map.of()), early);
  }

  private static LocalPulse start(Settings settings, BiConsumer<Endpoints, URI> early)
      throws Exception {
    var local = new LocalPulse();
    var parts = new OpenParts(early.andThen(local::found));
    var stages = new Stages(new PrintStream(OutputStream.nullOutputStream()), false);
    try {
      new PulseSystem(settings, parts, stages, local.started).start(false);
      return local;
    } catch (Exception failed) {
      local.close();
      throw failed;
    }
  }

  private void found(Endpoints ends, URI address) {
    this.ends = ends;
    pulse = new Pulse(ends, address);
  }

  private static Settings settings(Path data, Duration lateness, Map<String, String> flink) {
    return new Settings(
        0, data, Pulse.USD, lateness, HISTORY, Optional.empty(), Optional.empty(), flink);
  }

  Pulse pulse() {
    return pulse;
  }

  String redisUri() {
    return ends.redisUri();
  }

  @Override
  public void close() {
    if (pulse != null) {
      pulse.close();
    }
    started.close();
  }
}
