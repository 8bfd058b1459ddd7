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
 */
@TypeInfo(OfferNewsType.class)
public record OfferNews(OfferFigures figures, OfferEffect effect, Belonging belonging) {

  public static OfferNews of(OfferFigures figures) {
    return new OfferNews(figures, null, null);
  }

  public static OfferNews of(OfferEffect effect) {
    return new OfferNews(null, effect, null);
  }

  public static OfferNews of(Belonging belonging) {
    return new OfferNews(null, null, belonging);
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
