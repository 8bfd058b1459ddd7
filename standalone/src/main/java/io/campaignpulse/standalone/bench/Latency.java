package io.campaignpulse.standalone.bench;

import io.campaignpulse.standalone.load.LoadResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How soon a viewer sees an event while half of what the system sustains comes in, straight to
 * Kafka. The system runs as it does for everybody, its state on disk; what it sustains is tried.
 */
final class Latency implements RowOnWhole {
  private static final Duration TRY = Duration.ofSeconds(10);

  /** What is tried first, as a share of what the job alone takes: senders and disk take theirs. */
  private static final double FIRST_TRY = 0.1;

  private static final double MORE = 1.5;
  private static final double LESS = 0.5;
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
  public Map<String, Double> measure(BenchSetup setup) throws Exception {
    var first = setup.figure(Rows.TOGETHER, Throughput.EVENTS_PER_SECOND) * FIRST_TRY;
    var system = setup.whole();
    var sustained = sustained(system, first);
    system.settle();
    return figures(setup, sustained / 2, system.load(sustained / 2, LoadedSystem.TIMED));
  }

  /** The most of a few rates that is sustained; where none of them is, half of the least. */
  private static double sustained(LoadedSystem system, double first) throws InterruptedException {
    var up = system.sustains(first, TRY);
    var rate = first;
    for (int tries = 1; tries < TRIES; tries++) {
      var next = rate * (up ? MORE : LESS);
      if (system.sustains(next, TRY) != up) {
        return up ? rate : next;
      }
      rate = next;
    }
    return up ? rate : rate * LESS;
  }

  private static Map<String, Double> figures(BenchSetup setup, double offered, LoadResult result) {
    result.lines().forEach(line -> setup.stages().say("    " + line));
    var figures = new LinkedHashMap<String, Double>();
    figures.put("eventsOffered", offered);
    figures.put("sustained", result.sustained() ? 1.0 : 0.0);
    figures.put("differences", (double) result.differences().size());
    for (var percentile : new double[] {50, 99}) {
      var name = "P" + (int) percentile + "Millis";
      figures.put("redis" + name, RowOnWhole.millis(result.stored(), percentile));
      figures.put("frame" + name, RowOnWhole.millis(result.framed(), percentile));
      result
          .decided()
          .ifPresent(h -> figures.put("decision" + name, RowOnWhole.millis(h, percentile)));
    }
    return figures;
  }
}
