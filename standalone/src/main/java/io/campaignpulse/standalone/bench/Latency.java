package io.campaignpulse.standalone.bench;

import io.campaignpulse.simulators.load.LoadMix;
import io.campaignpulse.standalone.load.Load;
import io.campaignpulse.standalone.load.LoadResult;
import io.campaignpulse.standalone.load.LoadRun;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How soon a viewer sees an event while half of what the system sustains comes in, straight to
 * Kafka. The system runs as it does for everybody, its state on disk; what it sustains is tried.
 */
final class Latency implements Row {
  private static final int CAMPAIGNS = 10;
  private static final int CUSTOMERS = 100_000;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration DURATION = Duration.ofSeconds(20);

  /** What is tried first, as a share of what the job alone takes: senders and disk take theirs. */
  private static final double FIRST_TRY = 10;

  private static final Duration TRY = Duration.ofSeconds(10);
  private static final int TRIES = 3;

  @Override
  public String id() {
    return "latency";
  }

  @Override
  public String title() {
    return "Latency at half the sustained rate";
  }

  @Override
  public boolean onlyInFull() {
    return true;
  }

  @Override
  public Map<String, Double> measure(Lab lab) throws Exception {
    var sustained = lab.figure(Rows.TOGETHER, Throughput.EVENTS_PER_SECOND) / FIRST_TRY;
    for (int tries = 1; tries < TRIES && !run(lab, sustained, TRY).sustained(); tries++) {
      sustained /= 2;
    }
    var result = run(lab, sustained / 2, DURATION);
    result.lines().forEach(line -> lab.stages().say("    " + line));
    var figures = new LinkedHashMap<String, Double>();
    figures.put("eventsOffered", sustained / 2);
    figures.put("sustained", result.sustained() ? 1.0 : 0.0);
    figures.put("differences", (double) result.differences().size());
    for (var percentile : new double[] {50, 99}) {
      var name = "P" + (int) percentile + "Millis";
      figures.put("redis" + name, millis(result.stored(), percentile));
      figures.put("frame" + name, millis(result.framed(), percentile));
      result.decided().ifPresent(h -> figures.put("decision" + name, millis(h, percentile)));
    }
    return figures;
  }

  /** A system of its own for each rate, so that none has to work off what another left. */
  private static LoadResult run(Lab lab, double rate, Duration duration) throws Exception {
    var load = new Load(1, rate, WARM_UP, duration, LoadMix.even(CAMPAIGNS, CUSTOMERS));
    try (var system = SystemProcess.start(lab, lab.file("latency-" + Math.round(rate)));
        var wire = new KafkaWire(system.ends().kafka())) {
      var redis = Optional.of(system.ends().redisUri());
      return LoadRun.run(load, system.address(), redis, wire, lab.stages());
    }
  }

  private static double millis(org.HdrHistogram.Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
