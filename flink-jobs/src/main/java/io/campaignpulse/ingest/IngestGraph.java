package io.campaignpulse.ingest;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.Topics;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.identity.IdentityMessage;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.jobs.FastLane;
import io.campaignpulse.jobs.Pace;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.Position;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.core.ValueModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The part of a job that reads what came in, or sets it aside with a reason. */
public final class IngestGraph {
  public static final List<String> REFERENCE_TOPICS =
      List.of(
          ReferenceKind.CAMPAIGNS.topic(),
          ReferenceKind.CUSTOMERS.topic(),
          ReferenceKind.VALUE_MODELS.topic(),
          ReferenceKind.PRIORITY_WEIGHTS.topic(),
          ReferenceKind.ROUTING_RULES.topic(),
          ReferenceKind.PRODUCTS.topic(),
          ReferenceKind.OFFERS.topic(),
          ReferenceKind.OFFER_POLICIES.topic(),
          ReferenceKind.AGENTS.topic(),
          Topics.VALUE_RANKS,
          Topics.OFFER_LEARNING);

  private static final MapStateDescriptor<Void, Void> NO_STATE =
      new MapStateDescriptor<>("none", Types.VOID, Types.VOID);

  private IngestGraph() {}

  /** What ingest gives to the capabilities. */
  public record Streams(
      DataStream<Posting> postings,
      DataStream<IdentityMessage> identities,
      DataStream<CampaignTerms> campaigns,
      DataStream<ValueModel> models,
      DataStream<ValueRanks> ranks,
      DataStream<Setting> settings,
      DataStream<OfferNews> learned,
      DataStream<DeadLetter> deadLetters,
      DataStream<ArrivalCount> counts,
      DataStream<Position> positions) {}

  /** How the records of the event topics are read. */
  public static KafkaRecordDeserializationSchema<Arrival> events(Currency currency) {
    return new ReadEvents(currency);
  }

  /** How the records of all other topics are read. */
  public static KafkaRecordDeserializationSchema<RawRecord> raw() {
    return new ReadRaw();
  }

  public static Streams define(
      StreamExecutionEnvironment env,
      Source<Arrival, ?, ?> events,
      Source<RawRecord, ?, ?> reference,
      Duration lateness,
      Currency currency) {
    var arrivals =
        env.fromSource(events, PatientWatermarks.strategy(lateness), "Events").uid("events");
    var routed =
        arrivals
            .process(new RouteEvents())
            .setBufferTimeout(Pace.PROMPT)
            .uid("route-events")
            .name("Route events");
    var counts =
        arrivals
            .transform(
                "Count arrivals", TypeInformation.of(ArrivalCount.class), new CountArrivals())
            .setBufferTimeout(Pace.RARE)
            .uid("count-arrivals");
    var records = timeless(env, reference, "Reference data").uid("reference");
    var read =
        records
            .process(new ReadReference(currency))
            .setBufferTimeout(Pace.UNHURRIED)
            .uid("read-reference")
            .name("Read reference data");
    return new Streams(
        FastLane.of(routed, Posting::aboutCall, Pace.PROMPT, "route-events")
            .union(read.getSideOutput(ReadReference.PROFILES)),
        FastLane.of(
                routed.getSideOutput(RouteEvents.IDENTITIES),
                IdentityMessage::ofCall,
                Pace.PROMPT,
                "identities")
            .union(read.getSideOutput(RouteEvents.IDENTITIES)),
        read,
        read.getSideOutput(ReadReference.MODELS),
        read.getSideOutput(ReadReference.RANKS),
        read.getSideOutput(ReadReference.SETTINGS),
        read.getSideOutput(ReadReference.LEARNED),
        routed
            .getSideOutput(RouteEvents.DEAD_LETTERS)
            .union(read.getSideOutput(RouteEvents.DEAD_LETTERS)),
        counts.union(
            read.getSideOutput(RouteEvents.DEAD_LETTERS)
                .map(letter -> ArrivalCount.refused(letter.origin().topic()))
                .setBufferTimeout(Pace.RARE)
                .uid("count-refused-reference")),
        positions(arrivals, "event-positions").union(positions(records, "reference-positions")));
  }

  /** A source whose records have no event time of their own. */
  public static SingleOutputStreamOperator<RawRecord> timeless(
      StreamExecutionEnvironment env, Source<RawRecord, ?, ?> source, String name) {
    return env.fromSource(source, Timeless.strategy(), name);
  }

  /** How far a source is read. */
  public static <T extends Placed> DataStream<Position> positions(
      SingleOutputStreamOperator<T> source, String uid) {
    return source
        .transform("Note positions", TypeInformation.of(Position.class), new NotePositions<>())
        .setParallelism(source.getParallelism())
        .setBufferTimeout(Pace.RARE)
        .uid(uid);
  }

  /**
   * Orders to the jobs: those on the commands topic, a tick about once a second, and how far the
   * sources were read.
   */
  public static DataStream<Command> commands(
      StreamExecutionEnvironment env,
      Source<RawRecord, ?, ?> commands,
      DataStream<ArrivalCount> counts,
      DataStream<Position> positions) {
    var orders =
        env.fromSource(commands, Timeless.strategy(), Topics.COMMANDS)
            .uid("commands")
            .filter(raw -> raw.value() != null)
            .uid("filter-commands")
            .map(raw -> new Command(new String(raw.value(), StandardCharsets.UTF_8)))
            .setBufferTimeout(Pace.RARE)
            .uid("read-commands");
    var ticks =
        counts
            .filter(count -> count.topic() == null)
            .uid("signs-of-life")
            .map(count -> Command.tick(count.newestEvent()))
            .setBufferTimeout(Pace.RARE)
            .uid("ticks");
    var reached = positions.map(Command::reached).setBufferTimeout(Pace.RARE).uid("tell-positions");
    return orders.union(ticks, reached);
  }

  /** The counts of what came in, late events among them, as a view. */
  public static DataStream<ViewWrite> arrivals(
      DataStream<ArrivalCount> counts,
      DataStream<Touch> late,
      DataStream<Command> commands,
      CatchUp catchUp) {
    var lateCounts =
        late.map(touch -> ArrivalCount.late(touch.origin().topic()))
            .setBufferTimeout(Pace.UNHURRIED)
            .uid("count-late");
    return counts
        .union(lateCounts)
        .keyBy(count -> "arrivals")
        .connect(commands.broadcast(NO_STATE))
        .process(new SumArrivals(catchUp))
        .setBufferTimeout(Pace.UNHURRIED)
        .uid("sum-arrivals")
        .name("Sum arrivals");
  }
}
