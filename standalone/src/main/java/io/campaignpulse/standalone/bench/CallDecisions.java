package io.campaignpulse.standalone.bench;

import io.campaignpulse.simulators.load.LoadMix;
import io.campaignpulse.standalone.load.Load;
import io.campaignpulse.standalone.load.LoadRun;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How soon the decision on a queued call can be read while everything else goes on. */
final class CallDecisions implements Row {
  private static final double EVENTS_PER_SECOND = 5_000;
  private static final Duration WARM_UP = Duration.ofSeconds(25);
  private static final Duration DURATION = Duration.ofSeconds(20);

  @Override
  public String id() {
    return "decisions";
  }

  @Override
  public String title() {
    return "Queued call to decision, 5,000 events a second";
  }

  @Override
  public boolean onlyInFull() {
    return true;
  }

  @Override
  public Map<String, Double> measure(Lab lab) throws Exception {
    var load = new Load(1, EVENTS_PER_SECOND, WARM_UP, DURATION, LoadMix.even(10, 100_000));
    try (var system = SystemProcess.start(lab, lab.file("decisions"));
        var wire = new KafkaWire(system.ends().kafka())) {
      var redis = Optional.of(system.ends().redisUri());
      var result = LoadRun.run(load, system.address(), redis, wire, lab.stages());
      result.lines().forEach(line -> lab.stages().say("    " + line));
      var decided = result.decided().orElseThrow();
      var figures = new LinkedHashMap<String, Double>();
      figures.put("decisionP50Millis", decided.getValueAtPercentile(50) / 1_000.0);
      figures.put("decisionP99Millis", decided.getValueAtPercentile(99) / 1_000.0);
      figures.put("undecided", (double) result.undecided());
      return figures;
    }
  }
}
