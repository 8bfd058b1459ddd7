package io.campaignpulse.identity;

import io.campaignpulse.jobs.FastLane;
import io.campaignpulse.jobs.Pace;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import java.time.Duration;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of a job that gives events without a customer id to a customer. */
public final class IdentityGraph {
  private static final MapStateDescriptor<Void, Void> NO_STATE =
      new MapStateDescriptor<>("none", Types.VOID, Types.VOID);

  private IdentityGraph() {}

  /** What identity gives: entries for customers' books, and whose each identity is, to serve. */
  public record Streams(DataStream<Posting> postings, DataStream<ViewWrite> views) {}

  public static Streams define(
      DataStream<IdentityMessage> messages,
      DataStream<Command> commands,
      Duration history,
      CatchUp catchUp) {
    var resolved =
        messages
            .keyBy(IdentityMessage::identity)
            .connect(commands.broadcast(NO_STATE))
            .process(new ResolveIdentity(history, catchUp))
            .uid("resolve-identity")
            .name("Resolve identity");
    var chosen =
        resolved
            .getSideOutput(ResolveIdentity.ANSWERS)
            .keyBy(answer -> answer.touch().eventId())
            .process(new ChooseIdentity(history))
            .uid("choose-identity")
            .name("Choose identity");
    return new Streams(
        FastLane.of(resolved, Posting::aboutCall, Pace.USUAL, "resolve-identity")
            .union(FastLane.of(chosen, Posting::aboutCall, Pace.USUAL, "choose-identity")),
        resolved.getSideOutput(ResolveIdentity.VIEWS));
  }
}
