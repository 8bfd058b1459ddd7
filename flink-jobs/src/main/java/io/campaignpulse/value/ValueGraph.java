package io.campaignpulse.value;

import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.jobs.Pace;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.core.ValueModel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The part of a job that says what customers are worth. */
public final class ValueGraph {
  private static final int FITS_AT_A_TIME = 2;

  private ValueGraph() {}

  /**
   * What customer value gives.
   *
   * @param views to serve
   * @param tiers who changed tiers
   * @param fitted models, or why there is none
   * @param orders commands to the jobs themselves
   */
  public record Streams(
      DataStream<ViewWrite> views,
      DataStream<Posting> tiers,
      DataStream<Fitted> fitted,
      DataStream<String> orders) {}

  public static Streams define(
      DataStream<Posting> postings,
      DataStream<ValueModel> models,
      DataStream<Command> commands,
      Duration history,
      int minorDigits,
      CatchUp catchUp) {
    var values = values(postings, models, commands, new KeepValue(history, minorDigits, catchUp));
    var ranks =
        values
            .getSideOutput(KeepValue.SKETCHES)
            .process(new RankWorth())
            .setParallelism(1)
            .setBufferTimeout(Pace.RARE)
            .uid("rank-worth")
            .name("Rank worth");
    var tiers = tiers(values, ranks, commands, catchUp);
    var fitted = fitted(values.getSideOutput(KeepValue.SAMPLES));
    var outcomes =
        fitted
            .map(FitModel::view)
            .setBufferTimeout(Pace.RARE)
            .uid("fit-outcomes")
            .name("Fit outcomes");
    return new Streams(
        tiers.union(ranks.getSideOutput(RankWorth.VIEWS), outcomes),
        tiers.getSideOutput(AssignTier.TIERS),
        fitted,
        ranks.getSideOutput(RankWorth.ORDERS));
  }

  private static SingleOutputStreamOperator<CustomerValue> values(
      DataStream<Posting> postings,
      DataStream<ValueModel> models,
      DataStream<Command> commands,
      KeepValue keepValue) {
    var notices =
        commands
            .map(ValueNotice::of, TypeInformation.of(ValueNotice.class))
            .setBufferTimeout(Pace.RARE)
            .uid("value-commands")
            .union(
                models
                    .map(ValueNotice::of, TypeInformation.of(ValueNotice.class))
                    .setBufferTimeout(Pace.RARE)
                    .uid("value-models"));
    return postings
        .filter(new Newcomers())
        .uid("newcomers")
        .name("Newcomers and sales")
        .keyBy(Posting::customer)
        .connect(notices.broadcast(KeepValue.MODEL, KeepValue.TODAY))
        .process(keepValue)
        .setBufferTimeout(Pace.UNHURRIED)
        .uid("keep-value")
        .name("Keep value");
  }

  private static SingleOutputStreamOperator<ViewWrite> tiers(
      DataStream<CustomerValue> values,
      DataStream<ValueRanks> ranks,
      DataStream<Command> commands,
      CatchUp catchUp) {
    var notices =
        commands
            .map(RankNotice::of, TypeInformation.of(RankNotice.class))
            .setBufferTimeout(Pace.RARE)
            .uid("tier-commands")
            .union(
                ranks
                    .map(RankNotice::of, TypeInformation.of(RankNotice.class))
                    .setBufferTimeout(Pace.RARE)
                    .uid("tier-ranks"));
    return values
        .keyBy(CustomerValue::customerId)
        .connect(notices.broadcast(AssignTier.RANKS))
        .process(new AssignTier(catchUp))
        .setBufferTimeout(Pace.UNHURRIED)
        .uid("assign-tier")
        .name("Assign tier");
  }

  /** A fit takes seconds of its own, in which nothing else waits. */
  private static SingleOutputStreamOperator<Fitted> fitted(DataStream<FitSample> samples) {
    var whole =
        samples
            .process(new GatherSamples())
            .setParallelism(1)
            .returns(Types.LIST(TypeInformation.of(FitSample.class)))
            .setBufferTimeout(Pace.RARE)
            .uid("gather-samples")
            .name("Gather samples");
    return AsyncDataStream.unorderedWait(whole, new FitModel(), 1, TimeUnit.HOURS, FITS_AT_A_TIME)
        .setBufferTimeout(Pace.RARE)
        .uid("fit-model")
        .name("Fit model");
  }
}
