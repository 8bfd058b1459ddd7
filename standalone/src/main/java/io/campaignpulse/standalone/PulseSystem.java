package io.campaignpulse.standalone;

import io.campaignpulse.events.Topics;
import io.campaignpulse.jobs.PulseJob;
import io.campaignpulse.standalone.embedded.EmbeddedKafka;
import io.campaignpulse.standalone.embedded.EmbeddedRedis;
import io.campaignpulse.standalone.embedded.FreePort;
import io.campaignpulse.standalone.embedded.TopicSetup;
import io.campaignpulse.standalone.flink.FlinkCluster;
import io.campaignpulse.standalone.flink.RunningJob;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** A whole system in this process; what the settings name elsewhere is used from there. */
public final class PulseSystem {

  private final Settings settings;
  private final Parts parts;
  private final Stages stages;
  private final Started started;

  private EmbeddedKafka kafka;
  private EmbeddedRedis redis;
  private FlinkCluster flink;
  private RunningJob job;
  private Parts.Web dashboard;

  /** Parts are handed to {@code started} as they start: closing it stops the system. */
  public PulseSystem(Settings settings, Parts parts, Stages stages, Started started) {
    this.settings = settings;
    this.parts = parts;
    this.stages = stages;
    this.started = started;
  }

  /** Starts everything; returns the dashboard's address once all of it works. */
  public URI start(boolean simulated) throws Exception {
    FreePort.require(settings.port());
    var data = started.add(DataDirectory.open(settings.data()));
    if (settings.kafka().isEmpty()) {
      data.requireEvents();
    }
    stages.say("Starting with " + settings.summary());
    Parallel.start(started, foundations(data));
    var ends = endpoints();
    stages.run("Topics ready", () -> TopicSetup.ensure(ends.kafka(), Topics.all(), flink.slots()));
    Parallel.start(started, List.of(() -> startDashboard(ends, simulated), () -> startJob(ends)));
    var address = URI.create("http://127.0.0.1:" + dashboard.port());
    if (simulated) {
      stages.run(
          "Simulated company at work", () -> started.add(parts.startSimulation(address, settings)));
    }
    return address;
  }

  private List<Callable<? extends AutoCloseable>> foundations(DataDirectory data) {
    var all = new ArrayList<Callable<? extends AutoCloseable>>();
    if (settings.kafka().isEmpty()) {
      all.add(() -> kafka = stages.run("Kafka ready", () -> startKafka(data)));
    }
    if (settings.redisUri().isEmpty()) {
      all.add(() -> redis = stages.run("Redis ready", () -> startRedis(data)));
    }
    all.add(() -> flink = stages.run("Flink ready", () -> startFlink(data)));
    return all;
  }

  private EmbeddedKafka startKafka(DataDirectory data) throws Exception {
    return EmbeddedKafka.start(
        data.kafka(), reason -> Lifetime.end(reason + "; what it said is in " + data.logs()));
  }

  private EmbeddedRedis startRedis(DataDirectory data) throws Exception {
    return EmbeddedRedis.start(data.redis(), data.logs().resolve("redis.log"));
  }

  private FlinkCluster startFlink(DataDirectory data) throws Exception {
    return FlinkCluster.start(data.checkpoints(), data.temporary(), settings.flink());
  }

  /** Where Kafka and Redis of the started system are. */
  public Endpoints endpoints() {
    return new Endpoints(
        settings.kafka().orElseGet(() -> Map.of("bootstrap.servers", kafka.bootstrapServers())),
        settings.redisUri().orElseGet(() -> redis.uri()));
  }

  private Parts.Web startDashboard(Endpoints ends, boolean simulated) throws Exception {
    dashboard =
        stages.run("Dashboard ready", () -> parts.startDashboard(ends, settings, simulated));
    return dashboard;
  }

  /** The job is closed with its cluster, so this part has nothing of its own to close. */
  private Parts.Running startJob(Endpoints ends) throws Exception {
    job =
        stages.run(
            "Jobs running",
            () ->
                flink.submit(
                    PulseJob.NAME, env -> parts.defineJob(env, ends, settings), stages::say));
    job.restoredFrom()
        .ifPresent(point -> stages.say("  going on from checkpoint " + point.getFileName()));
    return () -> {};
  }

  /** Has the started system take a checkpoint, beyond the usual ones. */
  public void orderCheckpoint() {
    job.checkpoint();
  }
}
