package io.campaignpulse.customer;

import io.campaignpulse.offers.OfferNews;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.serving.Reach;
import io.campaignpulse.serving.ViewWrite;
import java.util.function.LongConsumer;

/** Where what there is to tell of offers to a customer goes. */
record OfferOutputs(Reach<Change> reach, String customer, LongConsumer waking)
    implements Offering.Out {
  @Override
  public long now() {
    return reach.now();
  }

  @Override
  public void decision(ViewWrite decision) {
    reach.give(Outputs.DECISIONS, decision);
  }

  @Override
  public void news(OfferNews news) {
    reach.give(Outputs.OFFERS, news);
  }

  @Override
  public void wake(long at) {
    waking.accept(at);
  }
}
