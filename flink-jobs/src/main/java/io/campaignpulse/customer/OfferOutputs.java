package io.campaignpulse.customer;

import io.campaignpulse.identity.Posting;
import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.ViewWrite;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;

/** Where what there is to tell of offers to the customer at hand goes. */
final class OfferOutputs implements Offering.Out {
  private final KeyedBroadcastProcessFunction<String, Posting, CustomerNotice, Change>
          .ReadOnlyContext
      context;
  private final String customer;

  OfferOutputs(
      KeyedBroadcastProcessFunction<String, Posting, CustomerNotice, Change>.ReadOnlyContext
          context,
      String customer) {
    this.context = context;
    this.customer = customer;
  }

  @Override
  public String customer() {
    return customer;
  }

  @Override
  public long now() {
    return context.timerService().currentProcessingTime();
  }

  @Override
  public void decision(ViewWrite decision) {
    context.output(Outputs.DECISIONS, decision);
  }

  @Override
  public void news(OfferNews news) {
    context.output(Outputs.OFFERS, news);
  }

  @Override
  public void wake(long at) {
    context.timerService().registerProcessingTimeTimer(at);
  }
}
