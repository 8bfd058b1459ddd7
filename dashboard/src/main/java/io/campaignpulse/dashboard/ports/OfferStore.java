package io.campaignpulse.dashboard.ports;

import io.campaignpulse.dashboard.ports.CustomerStore.Consent;
import io.campaignpulse.events.views.OfferEffect;
import io.campaignpulse.events.views.OfferFigures;
import io.campaignpulse.events.views.Opportunity;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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

  /**
   * A customer behind an opportunity.
   *
   * @param worth by which customers are ranked
   * @param consent of now
   */
  record Behind(String customerId, double worth, Consent consent) {}

  /**
   * Hands over all customers behind an opportunity, in no order, those included who opted out; one
   * may come twice.
   *
   * @throws BusyException while nobody knows yet what they do not want
   */
  void behind(String opportunity, Consumer<Behind> each);
}
