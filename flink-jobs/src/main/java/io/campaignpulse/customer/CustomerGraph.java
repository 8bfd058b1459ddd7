package io.campaignpulse.customer;

import io.campaignpulse.affinity.BasketCount;
import io.campaignpulse.events.views.ValueRanks;
import io.campaignpulse.identity.Posting;
import io.campaignpulse.ingest.Setting;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.jobs.Pace;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.response.ChangeType;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.routing.CallNews;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ReachingOperator;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.value.FitSample;
import io.campaignpulse.value.ValueSketch;
import io.campaignpulse.value.core.ValueModel;
import io.campaignpulse.wire.FormType;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** The part of a job at which all that a customer does comes together. */
public final class CustomerGraph {
  private CustomerGraph() {}

  /**
   * What the same for all customers is kept by.
   *
   * @param campaigns gathered: see {@link io.campaignpulse.response.ResponseGraph#terms}
   * @param settings weights, offers, products and policies
   * @param learned how offers were taken so far
   */
  public record Reference(
      DataStream<List<CampaignTerms>> campaigns,
      DataStream<ValueModel> models,
      DataStream<ValueRanks> ranks,
      DataStream<Setting> settings,
      DataStream<OfferNews> learned) {}

  /**
   * What comes of the pass over all that customers do.
   *
   * @param changes of campaigns' figures
   * @param late events that came too late to count
   * @param views of customers, to serve
   * @param sketches of how worth is spread
   * @param samples of buyers, for fits
   * @param calls what queues should hear of calls
   * @param baskets that are to be counted, or not any more
   * @param decisions on offers, as views
   * @param offers how these are doing
   */
  public record Streams(
      DataStream<Change> changes,
      DataStream<Touch> late,
      DataStream<ViewWrite> views,
      DataStream<ValueSketch> sketches,
      DataStream<FitSample> samples,
      DataStream<CallNews> calls,
      DataStream<BasketCount> baskets,
      DataStream<ViewWrite> decisions,
      DataStream<OfferNews> offers) {}

  public static Streams define(
      DataStream<Posting> postings,
      Reference reference,
      DataStream<Command> commands,
      Duration history,
      Capabilities capabilities,
      CatchUp catchUp) {
    var notices =
        notices(reference.campaigns, CustomerNotice.Defined::new, "customer-campaigns")
            .union(
                notices(reference.models, CustomerNotice.Modelled::new, "customer-models"),
                notices(reference.ranks, CustomerNotice.Ranked::new, "customer-ranks"),
                notices(reference.settings, CustomerNotice.Settled::new, "customer-settings"),
                notices(reference.learned, CustomerNotice.Learned::new, "customer-learned"),
                notices(commands, CustomerNotice.Commanded::new, "customer-commands"));
    var changes =
        postings
            .keyBy(Posting::customer)
            .connect(notices.broadcast())
            .transform(
                "Keep customer",
                new FormType<>(new ChangeType.Serializer()),
                ReachingOperator.of(
                    new KeepCustomer(history, capabilities, catchUp), KeepCustomer.broadcast()))
            .uid("keep-customer");
    return new Streams(
        changes,
        changes.getSideOutput(Outputs.LATE),
        changes.getSideOutput(Outputs.VIEWS),
        atOnce(changes, Outputs.SKETCHES, "sketches"),
        atOnce(changes, Outputs.SAMPLES, "samples"),
        atOnce(changes, Outputs.CALLS, "calls"),
        paced(changes, Outputs.BASKETS, Pace.UNHURRIED, "baskets"),
        atOnce(changes, Outputs.DECISIONS, "decisions"),
        changes.getSideOutput(Outputs.OFFERS));
  }

  /** What is rare, or urgent, waits for no company. */
  private static <T> DataStream<T> atOnce(
      SingleOutputStreamOperator<?> operator, OutputTag<T> tag, String uid) {
    return paced(operator, tag, Pace.RARE, uid);
  }

  /** An operator's pace holds for all it gives: what goes at another passes one step more. */
  private static <T> DataStream<T> paced(
      SingleOutputStreamOperator<?> operator, OutputTag<T> tag, long pace, String uid) {
    return operator
        .getSideOutput(tag)
        .map(message -> message, tag.getTypeInfo())
        .setBufferTimeout(pace)
        .uid(uid);
  }

  private static <T> DataStream<CustomerNotice> notices(
      DataStream<T> stream, MapFunction<T, CustomerNotice> notice, String uid) {
    return stream
        .map(notice, TypeInformation.of(CustomerNotice.class))
        .setBufferTimeout(Pace.RARE)
        .uid(uid);
  }
}
