package io.campaignpulse.standalone.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The speed of a workload once it is warm.
 *
 * @param perSecond events in each second, in their order
 * @param warmUpSeconds that went before
 * @param cores processors that this process kept busy meanwhile
 * @param events how many had been read in the end
 * @param stateBytes in the last checkpoint; 0 without one
 */
record Measurement(
    List<Double> perSecond, int warmUpSeconds, double cores, long events, long stateBytes) {
  private static final long SECOND = 1_000_000_000;

  /** Of what was seen, where the events ended too soon. */
  private static final double MOST_WARM_UP = 0.4;

  private record Sample(long nanos, long events, long cpuNanos) {}

  /** Measures for so many seconds once it is warm, or until all events are read. */
  static Measurement of(EventReader reader, long all, WarmUp warmUp, int seconds) {
    var samples = new ArrayList<Sample>();
    while (reader.events() == 0) {
      LockSupport.parkNanos(SECOND / 100);
    }
    var begun = System.nanoTime();
    samples.add(sample(reader));
    int cold = 0;
    boolean warm = false;
    for (int n = 1; !warm || n <= cold + seconds; n++) {
      LockSupport.parkNanos(begun + n * SECOND - System.nanoTime());
      var sample = sample(reader);
      if (sample.events >= all) {
        break;
      }
      samples.add(sample);
      if (!warm) {
        cold = n;
        warm = warmUp.after(WarmUp.compiledSeconds());
      }
    }
    var whole = samples.size() > cold + seconds;
    var skipped = whole ? cold : Math.min(cold, (int) (samples.size() * MOST_WARM_UP));
    return of(samples.subList(skipped, samples.size()), skipped);
  }

  private static Measurement of(List<Sample> samples, int warmUpSeconds) {
    var perSecond = new ArrayList<Double>();
    for (int i = 1; i < samples.size(); i++) {
      var before = samples.get(i - 1);
      var after = samples.get(i);
      perSecond.add((after.events - before.events) * 1e9 / (after.nanos - before.nanos));
    }
    if (perSecond.isEmpty()) {
      throw new IllegalStateException("all was read before it could be measured");
    }
    var first = samples.get(0);
    var last = samples.get(samples.size() - 1);
    var cores = (double) (last.cpuNanos - first.cpuNanos) / (last.nanos - first.nanos);
    var state = Math.max(0, SourceCounts.checkpointBytes());
    return new Measurement(perSecond, warmUpSeconds, cores, last.events, state);
  }

  private static Sample sample(EventReader reader) {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Sample(System.nanoTime(), reader.events(), system.getProcessCpuTime());
  }

  double median() {
    return median(perSecond);
  }

  static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    var middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
