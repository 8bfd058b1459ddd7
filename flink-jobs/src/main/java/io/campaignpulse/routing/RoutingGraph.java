package io.campaignpulse.routing;

import io.campaignpulse.events.views.RoutingDecision;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.jobs.Pace;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of a job that decides how queued calls should be answered. */
public final class RoutingGraph {
  private RoutingGraph() {}

  /** What routing gives: decisions for other systems, and the queues, to serve. */
  public record Streams(DataStream<RoutingDecision> decisions, DataStream<ViewWrite> views) {}

  public static Streams define(
      DataStream<CallNews> calls,
      DataStream<Setting> rules,
      DataStream<Command> commands,
      CatchUp catchUp) {
    var notices =
        commands
            .map(RoutingNotice::of, TypeInformation.of(RoutingNotice.class))
            .setBufferTimeout(Pace.RARE)
            .uid("routing-commands")
            .union(
                rules
                    .map(RoutingNotice::of, TypeInformation.of(RoutingNotice.class))
                    .setBufferTimeout(Pace.RARE)
                    .uid("routing-rules"));
    var decisions =
        calls
            .connect(notices)
            .process(new RouteCalls(catchUp))
            .setParallelism(1)
            .setMaxParallelism(1)
            .setBufferTimeout(Pace.RARE)
            .uid("route-calls")
            .name("Route calls");
    return new Streams(decisions, decisions.getSideOutput(RouteCalls.VIEWS));
  }
}
