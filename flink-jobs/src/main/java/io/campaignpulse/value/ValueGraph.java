package io.campaignpulse.value;

import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.jobs.Pace;
import io.campaignpulse.serving.ViewWrite;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The part of a job that says how the worth of all customers is spread, and fits its model. */
public final class ValueGraph {
  /** One that is fitted, and one that is refused meanwhile. */
  private static final int ORDERS_AT_A_TIME = 2;

  private ValueGraph() {}

  /**
   * What customer value gives.
   *
   * @param views to serve
   * @param ranks where the tiers begin, for all who put customers into tiers
   * @param fitted models, or why there is none
   * @param orders commands to the jobs themselves
   */
  public record Streams(
      DataStream<ViewWrite> views,
      DataStream<ValueRanks> ranks,
      DataStream<Fitted> fitted,
      DataStream<String> orders) {}

  /**
   * @param sketches of the subtasks' customers
   * @param samples of their buyers, for fits
   */
  public static Streams define(DataStream<ValueSketch> sketches, DataStream<FitSample> samples) {
    var ranks =
        sketches
            .process(new RankWorth())
            .setParallelism(1)
            .setBufferTimeout(Pace.RARE)
            .uid("rank-worth")
            .name("Rank worth");
    var fitted = fitted(samples);
    var outcomes =
        fitted
            .map(FitModel::view)
            .setBufferTimeout(Pace.RARE)
            .uid("fit-outcomes")
            .name("Fit outcomes");
    return new Streams(
        outcomes.union(ranks.getSideOutput(RankWorth.VIEWS)),
        ranks,
        fitted,
        ranks.getSideOutput(RankWorth.ORDERS));
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
    return AsyncDataStream.unorderedWait(whole, new FitModel(), 1, TimeUnit.HOURS, ORDERS_AT_A_TIME)
        .setBufferTimeout(Pace.RARE)
        .uid("fit-model")
        .name("Fit model");
  }
}
