package io.campaignpulse.standalone.bench;

import io.campaignpulse.simulators.load.LoadMix;
import io.campaignpulse.standalone.load.Load;
import io.campaignpulse.standalone.load.LoadRun;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How soon a viewer sees an event while half of what was measured as sustainable comes in, straight
 * to Kafka. The system runs as it does for everybody, its state on disk.
 */
final class Latency implements Row {
  private static final int CAMPAIGNS = 10;
  private static final int CUSTOMERS = 100_000;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration DURATION = Duration.ofSeconds(20);

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
    var rate = lab.figure(Rows.TOGETHER, Throughput.EVENTS_PER_SECOND) / 2;
    var load = new Load(1, rate, WARM_UP, DURATION, LoadMix.even(CAMPAIGNS, CUSTOMERS));
    try (var system = SystemProcess.start(lab, lab.file("latency"));
        var wire = new KafkaWire(system.ends().kafka())) {
      var redis = Optional.of(system.ends().redisUri());
      var result = LoadRun.run(load, system.address(), redis, wire, lab.stages());
      result.lines().forEach(line -> lab.stages().say("    " + line));
      var figures = new LinkedHashMap<String, Double>();
      figures.put("eventsOffered", rate);
      figures.put("sustained", result.sustained() ? 1.0 : 0.0);
      figures.put("differences", (double) result.differences().size());
      for (var percentile : new double[] {50, 99}) {
        var name = "P" + (int) percentile + "Millis";
        figures.put("redis" + name, millis(result.stored(), percentile));
        figures.put("frame" + name, millis(result.framed(), percentile));
      }
      return figures;
    }
  }

  private static double millis(org.HdrHistogram.Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
