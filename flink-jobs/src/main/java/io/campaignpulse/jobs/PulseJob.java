package io.campaignpulse.jobs;

import io.campaignpulse.events.Topics;
import io.campaignpulse.identity.IdentityGraph;
import io.campaignpulse.ingest.IngestGraph;
import io.campaignpulse.response.ResponseGraph;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.KafkaCatchUp;
import io.campaignpulse.serving.RedisViews;
import io.campaignpulse.value.ValueGraph;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Every capability as one job, on one shared pass over the input. */
public final class PulseJob {
  /**
   * Raised with each change after which state of an earlier version can't be read any more. The
   * job's name carries it, so the new job does not restore the old one's state: it counts from
   * Kafka's beginning, while the figures served so far stay until it has caught up.
   */
  private static final int STATE_VERSION = 4;

  public static final String NAME = "Campaign Pulse (state " + STATE_VERSION + ")";

  private static final String EVENTS_GROUP = "pulse-events";
  private static final String REFERENCE_GROUP = "pulse-reference";
  private static final String COMMANDS_GROUP = "pulse-commands";

  private PulseJob() {}

  /** Adds the job's operators to {@code env}. Builds only: opens nothing, runs nothing. */
  public static void define(StreamExecutionEnvironment env, JobSettings settings) {
    var topics =
        Stream.concat(Topics.events().stream(), IngestGraph.REFERENCE_TOPICS.stream()).toList();
    define(env, settings, new KafkaCatchUp(settings.kafka(), topics));
  }

  /** The same with another way to tell when figures may be served. */
  public static void define(StreamExecutionEnvironment env, JobSettings settings, CatchUp catchUp) {
    Wiring.configure(env);
    var kafka = settings.kafka();
    var in =
        IngestGraph.define(
            env,
            KafkaEnds.sourceOfEvents(kafka, EVENTS_GROUP, IngestGraph.events(settings.currency())),
            KafkaEnds.source(
                kafka, REFERENCE_GROUP, IngestGraph.REFERENCE_TOPICS, IngestGraph.raw()),
            settings.lateness(),
            settings.currency());
    var commands =
        IngestGraph.commands(
            env,
            KafkaEnds.sourceOfNew(
                kafka, COMMANDS_GROUP, List.of(Topics.COMMANDS), IngestGraph.raw()),
            in.counts(),
            in.positions());

    var identity = IdentityGraph.define(in.identities(), commands, settings.history(), catchUp);
    var postings = in.postings().union(identity.postings());
    var value =
        ValueGraph.define(
            postings,
            in.models(),
            commands,
            settings.history(),
            settings.currency().getDefaultFractionDigits(),
            catchUp);
    var response =
        ResponseGraph.define(
            postings.union(value.tiers()), in.campaigns(), commands, settings.history(), catchUp);
    var arrivals = IngestGraph.arrivals(in.counts(), response.late(), commands, catchUp);

    response
        .views()
        .union(arrivals, value.views(), identity.views())
        .sinkTo(new RedisViews(settings.redisUri()))
        .uid("views")
        .name("Views");
    in.deadLetters().sinkTo(KafkaEnds.deadLetters(kafka)).uid("dead-letters").name("Dead letters");
    value
        .fitted()
        .filter(fitted -> fitted.model() != null)
        .uid("fitted-models")
        .sinkTo(KafkaEnds.models(kafka))
        .uid("value-models-out")
        .name("Value models");
    value.orders().sinkTo(KafkaEnds.commands(kafka)).uid("orders").name("Orders");
    response.late().sinkTo(KafkaEnds.late(kafka)).uid("late-events").name("Late events");
  }
}
