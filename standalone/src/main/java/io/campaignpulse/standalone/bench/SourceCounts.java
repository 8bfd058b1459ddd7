package io.campaignpulse.standalone.bench;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** What Flink itself counts in this process: the events read, and the size of checkpoints. */
public final class SourceCounts implements MetricReporter {
  private static final String READ = "numRecordsIn";
  private static final String OPERATOR = "<operator_name>";
  private static final String CHECKPOINT_SIZE = "lastCheckpointFullSize";
  private static final List<Counter> COUNTERS = new CopyOnWriteArrayList<>();
  private static final List<Gauge<?>> CHECKPOINT_SIZES = new CopyOnWriteArrayList<>();

  /** Found by Flink by its name. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(Properties properties) {
      return new SourceCounts();
    }
  }

  static long events() {
    return COUNTERS.stream().mapToLong(Counter::getCount).sum();
  }

  /** The state in the last checkpoint, in bytes; 0 before there is one. */
  static long checkpointBytes() {
    return CHECKPOINT_SIZES.stream()
        .mapToLong(gauge -> ((Number) gauge.getValue()).longValue())
        .max()
        .orElse(0);
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    var operator = group.getAllVariables().getOrDefault(OPERATOR, "");
    if (name.equals(READ)
        && operator.equals("Source: " + KafkaSources.EVENTS)
        && metric instanceof Counter counter) {
      COUNTERS.add(counter);
    } else if (name.equals(CHECKPOINT_SIZE) && metric instanceof Gauge<?> gauge) {
      CHECKPOINT_SIZES.add(gauge);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    COUNTERS.remove(metric);
    CHECKPOINT_SIZES.remove(metric);
  }

  @Override
  public void close() {}
}
