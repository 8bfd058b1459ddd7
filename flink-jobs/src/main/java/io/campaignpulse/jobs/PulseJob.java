package io.campaignpulse.jobs;

import io.campaignpulse.affinity.AffinityGraph;
import io.campaignpulse.customer.Capabilities;
import io.campaignpulse.customer.CustomerGraph;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.Topics;
import io.campaignpulse.identity.IdentityGraph;
import io.campaignpulse.ingest.IngestGraph;
import io.campaignpulse.ingest.RawRecord;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.offers.OffersGraph;
import io.campaignpulse.response.ResponseGraph;
import io.campaignpulse.routing.RoutingGraph;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.KafkaCatchUp;
import io.campaignpulse.serving.RedisViews;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.ValueGraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Every capability as one job, on one shared pass over the input. What somebody waits for (figures,
 * queues, the next offer) has a writer to Redis where it is made: it crosses no network and stands
 * in line behind nothing else.
 */
public final class PulseJob {
  /**
   * Raised with each change after which state of an earlier version can't be read any more. The
   * job's name carries it, so the new job does not restore the old one's state: it counts from
   * Kafka's beginning, while the figures served so far stay until it has caught up.
   */
  private static final int STATE_VERSION = 15;

  public static final String NAME = "Campaign Pulse (state " + STATE_VERSION + ")";

  private static final String EVENTS_GROUP = "pulse-events";
  private static final String REFERENCE_GROUP = "pulse-reference";
  private static final String DECISIONS_GROUP = "pulse-decisions";
  private static final String COMMANDS_GROUP = "pulse-commands";

  /** What comes of operators that there is one of is written where they are. */
  private static final int ONE = 1;

  private PulseJob() {}

  /** Adds the job's operators to {@code env}. Builds only: opens nothing, runs nothing. */
  public static void define(StreamExecutionEnvironment env, JobSettings settings) {
    var topics =
        Stream.of(Topics.events(), IngestGraph.REFERENCE_TOPICS, List.of(Topics.OFFER_DECISIONS))
            .flatMap(List::stream)
            .toList();
    define(env, settings, new KafkaCatchUp(settings.kafka(), topics));
  }

  /** The same with another way to tell when figures may be served. */
  public static void define(StreamExecutionEnvironment env, JobSettings settings, CatchUp catchUp) {
    Wiring.configure(env);
    var kafka = settings.kafka();
    var in =
        IngestGraph.define(
            env,
            KafkaEnds.sourceOfMany(
                kafka, EVENTS_GROUP, Topics.events(), IngestGraph.events(settings.currency())),
            KafkaEnds.source(
                kafka, REFERENCE_GROUP, IngestGraph.REFERENCE_TOPICS, IngestGraph.raw()),
            settings.lateness(),
            settings.currency());
    var decisions = decisions(env, kafka);
    var commands =
        IngestGraph.commands(
            env,
            KafkaEnds.sourceOfNew(
                kafka, COMMANDS_GROUP, List.of(Topics.COMMANDS), IngestGraph.raw()),
            in.counts(),
            in.positions().union(IngestGraph.positions(decisions, "decision-positions")));
    var decided = OffersGraph.decided(decisions);

    var identity = IdentityGraph.define(in.identities(), commands, settings.history(), catchUp);
    var customers =
        CustomerGraph.define(
            in.postings().union(identity.postings(), decided.proposed()),
            reference(in),
            commands,
            settings.history(),
            Capabilities.all(settings.currency().getDefaultFractionDigits()),
            catchUp);
    var figures = ResponseGraph.figures(customers.changes(), commands, catchUp);
    var value = ValueGraph.define(customers.sketches(), customers.samples());
    var routing =
        RoutingGraph.define(
            customers.calls(), settings(in, ReferenceKind.ROUTING_RULES), commands, catchUp);
    var affinity = AffinityGraph.define(customers.baskets(), commands, catchUp);
    var offers = OffersGraph.sums(customers.offers(), commands, catchUp);
    var arrivals = IngestGraph.arrivals(in.counts(), customers.late(), commands, catchUp);

    var redis = new RedisViews(settings.redisUri());
    figures.sinkTo(redis).uid("figures").name("Figures");
    routing.views().sinkTo(redis).setParallelism(ONE).uid("queues").name("Queues");
    decided.views().sinkTo(redis).setParallelism(ONE).uid("next-offers").name("Next offers");
    arrivals
        .union(identity.views(), customers.views())
        .union(inOrder(value.views()), inOrder(affinity), inOrder(offers.views()))
        .sinkTo(redis)
        .uid("views")
        .name("Views");
    in.deadLetters()
        .union(decided.deadLetters())
        .sinkTo(KafkaEnds.deadLetters(kafka))
        .uid("dead-letters")
        .name("Dead letters");
    customers.late().sinkTo(KafkaEnds.late(kafka)).uid("late-events").name("Late events");
    routing
        .decisions()
        .sinkTo(KafkaEnds.decisions(kafka))
        .setParallelism(ONE)
        .uid("routing-decisions")
        .name("Routing decisions");
    customers.decisions().sinkTo(KafkaEnds.offers(kafka)).uid("offers").name("Offer decisions");
    tellJobs(value, offers.learned().union(OffersGraph.together(affinity)), kafka);
  }

  /** What was decided before, and what is: it is served once it stands in Kafka. */
  private static SingleOutputStreamOperator<RawRecord> decisions(
      StreamExecutionEnvironment env, Map<String, String> kafka) {
    var source =
        KafkaEnds.source(
            kafka, DECISIONS_GROUP, List.of(Topics.OFFER_DECISIONS), IngestGraph.raw());
    return IngestGraph.timeless(env, source, "Decisions")
        .setParallelism(ONE)
        .uid("offer-decisions");
  }

  /**
   * Views of what there is one of for the whole job. They would be dealt out to the writers in
   * turn, and one writer's newer value overtaken by another's older one.
   */
  private static DataStream<ViewWrite> inOrder(DataStream<ViewWrite> views) {
    return views.global();
  }

  private static CustomerGraph.Reference reference(IngestGraph.Streams in) {
    return new CustomerGraph.Reference(
        ResponseGraph.terms(in.campaigns()),
        in.models(),
        in.ranks(),
        in.settings()
            .filter(setting -> !setting.of(ReferenceKind.ROUTING_RULES))
            .setBufferTimeout(Pace.RARE)
            .uid("settings-of-customers"),
        in.learned());
  }

  private static DataStream<Setting> settings(IngestGraph.Streams in, ReferenceKind kind) {
    return in.settings()
        .filter(setting -> setting.of(kind))
        .setBufferTimeout(Pace.RARE)
        .uid("settings-" + kind.topic());
  }

  /** What comes back to the jobs by way of Kafka: a graph has no way back. */
  private static void tellJobs(
      ValueGraph.Streams value, DataStream<OfferNews> learned, Map<String, String> kafka) {
    learned
        .sinkTo(KafkaEnds.learned(kafka))
        .setParallelism(ONE)
        .uid("offer-learning-out")
        .name("Offer learning");
    value
        .fitted()
        .filter(fitted -> fitted.model() != null)
        .uid("fitted-models")
        .sinkTo(KafkaEnds.models(kafka))
        .uid("value-models-out")
        .name("Value models");
    value
        .ranks()
        .sinkTo(KafkaEnds.ranks(kafka))
        .setParallelism(ONE)
        .uid("value-ranks-out")
        .name("Value ranks");
    value
        .orders()
        .sinkTo(KafkaEnds.commands(kafka))
        .setParallelism(ONE)
        .uid("orders")
        .name("Orders");
  }
}
