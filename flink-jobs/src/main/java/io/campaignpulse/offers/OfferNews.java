package io.campaignpulse.offers;

import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferFigures;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What changes of how an offer is doing, or of what offers do at all; one of them is null.
 *
 * @param figures to be added to those of their offer
 * @param effect to be added to the effect
 */
@TypeInfo(OfferNewsType.class)
public record OfferNews(OfferFigures figures, OfferEffect effect) {

  public static OfferNews of(OfferFigures figures) {
    return new OfferNews(figures, null);
  }

  public static OfferNews of(OfferEffect effect) {
    return new OfferNews(null, effect);
  }
}
