package io.campaignpulse.standalone.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many events a second a workload reads.
 *
 * @param flink settings in which it differs from other rows, such as where state is kept
 */
record Throughput(
    String id,
    String title,
    Workload workload,
    Dataset dataset,
    Map<String, String> flink,
    boolean onlyInFull)
    implements Row {
  static final String EVENTS_PER_SECOND = "eventsPerSecond";
  static final String SLOWEST = "slowestSecond";
  static final String FASTEST = "fastestSecond";
  static final String CORES = "cores";

  @Override
  public Map<String, Double> measure(BenchSetup setup) throws Exception {
    var measured = setup.measure(workload, dataset, flink);
    var figures = new LinkedHashMap<String, Double>();
    figures.put(EVENTS_PER_SECOND, measured.median());
    figures.put(SLOWEST, Collections.min(measured.perSecond()));
    figures.put(FASTEST, Collections.max(measured.perSecond()));
    figures.put(CORES, measured.cores());
    figures.put("warmUpSeconds", (double) measured.warmUpSeconds());
    if (measured.stateBytes() > 0) {
      figures.put("stateBytesPerCustomer", measured.stateBytes() / customersOf(measured.events()));
      figures.put("eventsPerCustomer", measured.events() / customersOf(measured.events()));
    }
    return figures;
  }

  @Override
  public boolean isBase() {
    return workload == Workload.COUNT;
  }

  /** How many customers so many events are of, on average. */
  private double customersOf(long events) {
    var all = (double) dataset.customers();
    return all * -Math.expm1(-events / all);
  }
}
