package io.campaignpulse.dashboard.ports;

import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.Opportunity;
import java.util.List;
import java.util.Map;

/** Read side of how offers do; every method may throw {@link StoreUnavailableException}. */
public interface OfferStore {
  /**
   * How all offers do.
   *
   * @param figures of those that have any, by offer id
   */
  record Standing(Map<String, OfferFigures> figures, OfferEffect effect) {}

  Standing standing();

  /** What could be sold and to whom, in no order. */
  List<Opportunity> opportunities();
}
