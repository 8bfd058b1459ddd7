package io.campaignpulse.offers;

import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.DeadLetter;
import io.campaignpulse.ingest.RawRecord;
import io.campaignpulse.jobs.Pace;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The parts of a job that concern offers, beside deciding on them where customers are kept. */
public final class OffersGraph {
  private OffersGraph() {}

  /**
   * Decisions as they stand in Kafka.
   *
   * @param views of them, to serve
   * @param proposed by an earlier run, for the customers' books
   */
  public record Decided(
      DataStream<ViewWrite> views,
      DataStream<Posting> proposed,
      DataStream<DeadLetter> deadLetters) {}

  public static Decided decided(DataStream<RawRecord> decisions) {
    var read =
        decisions
            .transform("Read decisions", TypeInformation.of(ViewWrite.class), new ReadDecisions())
            .setParallelism(decisions.getParallelism())
            .setBufferTimeout(Pace.RARE)
            .uid("read-decisions");
    return new Decided(
        read,
        read.getSideOutput(ReadDecisions.PROPOSED),
        read.getSideOutput(ReadDecisions.DEAD_LETTERS));
  }

  /** What belongs together, by the views of affinity. */
  public static DataStream<OfferNews> together(DataStream<ViewWrite> affinity) {
    return affinity
        .flatMap(new TellTogether())
        .setParallelism(affinity.getParallelism())
        .setBufferTimeout(Pace.RARE)
        .uid("tell-together")
        .name("Tell what belongs together");
  }

  /**
   * How offers are doing.
   *
   * @param views to serve
   * @param learned for all who decide on offers
   */
  public record Sums(DataStream<ViewWrite> views, DataStream<OfferNews> learned) {}

  public static Sums sums(
      DataStream<OfferNews> news, DataStream<Command> commands, CatchUp catchUp) {
    var summed =
        news.transform("Combine offers", TypeInformation.of(OfferNews.class), new CombineOffers())
            .setBufferTimeout(Pace.RARE)
            .uid("combine-offers")
            .connect(commands)
            .process(new SumOffers(catchUp))
            .setParallelism(1)
            .setMaxParallelism(1)
            .setBufferTimeout(Pace.RARE)
            .uid("sum-offers")
            .name("Sum offers");
    return new Sums(summed, summed.getSideOutput(SumOffers.LEARNED));
  }
}
