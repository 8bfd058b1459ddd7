package io.campaignpulse.offers;

import io.campaignpulse.jobs.PassingOn;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up the news of half a second: each decision says of every offer that was thought of whether
 * it was blocked, and nobody needs to know that one by one.
 */
final class CombineOffers extends PassingOn<OfferNews, OfferNews> {
  private static final long serialVersionUID = 1L;
  private static final long EVERY_MILLIS = 500;

  private transient OfferSums sums;

  @Override
  public void open() throws Exception {
    super.open();
    sums = new OfferSums();
  }

  @Override
  public void processElement(StreamRecord<OfferNews> element) {
    if (element.getValue().share() != null) {
      output.collect(element);
      return;
    }
    sums.add(element.getValue());
    planPassingOn(EVERY_MILLIS);
  }

  @Override
  protected void passOn() {
    sums.figures().forEach(each -> output.collect(new StreamRecord<>(OfferNews.of(each))));
    if (sums.effect() != null) {
      output.collect(new StreamRecord<>(OfferNews.of(sums.effect())));
    }
    sums.clear();
  }
}
