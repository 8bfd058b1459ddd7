package io.campaignpulse.affinity;

import io.campaignpulse.jobs.Pace;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of a job that says what is bought together. */
public final class AffinityGraph {
  private AffinityGraph() {}

  /** The views to serve, of baskets as they come and go. */
  public static DataStream<ViewWrite> define(
      DataStream<BasketCount> baskets, DataStream<Command> commands, CatchUp catchUp) {
    return baskets
        .connect(commands)
        .process(new CountAffinity(catchUp))
        .setParallelism(1)
        .setMaxParallelism(1)
        .setBufferTimeout(Pace.UNHURRIED)
        .uid("count-affinity")
        .name("Count affinity");
  }
}
