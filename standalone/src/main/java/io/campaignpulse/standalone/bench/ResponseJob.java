package io.campaignpulse.standalone.bench;

import io.campaignpulse.customer.Capabilities;
import io.campaignpulse.customer.CustomerGraph;
import io.campaignpulse.events.Topics;
import io.campaignpulse.identity.IdentityGraph;
import io.campaignpulse.ingest.IngestGraph;
import io.campaignpulse.jobs.Wiring;
import io.campaignpulse.response.ResponseGraph;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Campaign response alone: ingest, identity and ledgers, whose figures nobody serves. */
final class ResponseJob {
  static final Duration LATENESS = Duration.ofHours(24);
  static final Duration HISTORY = Duration.ofDays(180);

  private static final long BUFFER_TIMEOUT_MILLIS = 5;

  private ResponseJob() {}

  static void define(StreamExecutionEnvironment env, Map<String, String> kafka) {
    env.configure(Wiring.strict());
    env.getConfig().enableObjectReuse();
    env.setBufferTimeout(BUFFER_TIMEOUT_MILLIS);
    var in =
        IngestGraph.define(
            env,
            KafkaSources.of(
                kafka, "bench-events", Topics.events(), IngestGraph.events(Workload.CURRENCY)),
            KafkaSources.of(
                kafka, "bench-reference", IngestGraph.REFERENCE_TOPICS, IngestGraph.raw()),
            LATENESS,
            Workload.CURRENCY);
    var commands =
        IngestGraph.commands(
            env,
            KafkaSources.of(kafka, "bench-commands", List.of(Topics.COMMANDS), IngestGraph.raw()),
            in.counts(),
            in.positions());
    var identity = IdentityGraph.define(in.identities(), commands, HISTORY, new FromTheBeginning());
    var postings = in.postings().union(identity.postings());
    var customers =
        CustomerGraph.define(
            postings,
            new CustomerGraph.Reference(
                ResponseGraph.terms(in.campaigns()),
                in.models(),
                in.ranks(),
                in.settings(),
                in.learned()),
            commands,
            HISTORY,
            Capabilities.none(),
            new FromTheBeginning());
    ResponseGraph.figures(customers.changes(), commands, new FromTheBeginning())
        .sinkTo(new DiscardingSink<>())
        .uid("views");
    customers.late().sinkTo(new DiscardingSink<>()).uid("late-events");
  }
}
