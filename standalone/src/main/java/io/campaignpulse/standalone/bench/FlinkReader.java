package io.campaignpulse.standalone.bench;

import io.campaignpulse.standalone.flink.FlinkCluster;
import java.util.HashMap;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job on the embedded Flink, whose source tells how much it has read. */
record FlinkReader(FlinkCluster cluster) implements EventReader {

  static FlinkReader begin(Workload.Ends ends, Consumer<StreamExecutionEnvironment> job)
      throws Exception {
    var settings = new HashMap<>(ends.flink());
    settings.put("metrics.reporter.bench.factory.class", SourceCounts.Factory.class.getName());
    var cluster = FlinkCluster.start(ends.directory(), ends.directory().resolve("tmp"), settings);
    cluster.submit("bench", job, System.err::println);
    return new FlinkReader(cluster);
  }

  @Override
  public long events() {
    return SourceCounts.events();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
