package io.campaignpulse.offers;

import io.campaignpulse.events.views.Affinity;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferFigures;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What is new of offers; all but one are null.
 *
 * @param figures how an offer is doing: what is to be added to that, or the sum of it
 * @param effect what is to be added to what offers do at all
 * @param belonging what is bought together
 * @param share what could be sold to some of the customers
 */
@TypeInfo(OfferNewsType.class)
public record OfferNews(
    OfferFigures figures, OfferEffect effect, Belonging belonging, OpportunityShare share) {

  public static OfferNews of(OfferFigures figures) {
    return new OfferNews(figures, null, null, null);
  }

  public static OfferNews of(OfferEffect effect) {
    return new OfferNews(null, effect, null, null);
  }

  public static OfferNews of(Belonging belonging) {
    return new OfferNews(null, null, belonging, null);
  }

  public static OfferNews of(OpportunityShare share) {
    return new OfferNews(null, null, null, share);
  }

  /** The pairs of one kind that belong together most. */
  public record Belonging(Affinity.Kind kind, List<Affinity.Pair> pairs) {}

  /** What news of the same thing have in common. */
  public String about() {
    if (belonging != null) {
      return "together " + belonging.kind();
    }
    return figures == null ? "effect" : "offer " + figures.offerId();
  }
}
