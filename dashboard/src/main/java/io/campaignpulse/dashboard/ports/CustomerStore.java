package io.campaignpulse.dashboard.ports;

import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.offers.Trigger;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.FitOutcome;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.ValueRanks;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Read side of what is known of customers by their events; every method may throw {@link
 * StoreUnavailableException}.
 */
public interface CustomerStore {
  /** The id of the customer behind an identity, by its key; empty for nobody who is known. */
  Optional<String> customerOf(String identityKey);

  /** What a customer does not want. */
  record Consent(boolean marketingOptOut, boolean doNotCall) {
    public static final Consent TO_ALL = new Consent(false, false);
    private static final Consent TO_ALL_BUT_CALLS = new Consent(false, true);
    private static final Consent TO_NO_MARKETING = new Consent(true, false);
    private static final Consent TO_NEITHER = new Consent(true, true);

    /** One of the four there are, which take no memory however many customers have them. */
    public static Consent of(boolean marketingOptOut, boolean doNotCall) {
      if (marketingOptOut) {
        return doNotCall ? TO_NEITHER : TO_NO_MARKETING;
      }
      return doNotCall ? TO_ALL_BUT_CALLS : TO_ALL;
    }

    /**
     * Whether they want no offers there.
     *
     * @param channel null where any will do
     */
    public boolean refuses(String channel) {
      return marketingOptOut || doNotCall && Trigger.calls(channel);
    }
  }

  /**
   * A customer of whom something is known.
   *
   * @param value null for one who never bought
   * @param activity null for one who did nothing lately
   * @param language null where it is not known
   * @param consent to all where their record does not say
   * @param offer what was last decided to offer them; null for nothing yet
   */
  record Known(
      CustomerValue value,
      CustomerActivity activity,
      String language,
      Consent consent,
      OfferDecision offer) {
    public static final Known NOTHING = new Known(null, null, null, Consent.TO_ALL, null);
  }

  /** Empty for a customer of whom nothing is known, not even by name. */
  Optional<Known> find(String customerId);

  /**
   * Those of these customers, or identities, of whom something is known by their events; what their
   * records say and what to offer them is left out.
   */
  Map<String, Known> findAll(Collection<String> ids);

  /** Ids of some customers with an id, however many there are; always of the same ones. */
  Set<String> some(int most);

  /**
   * What is the same for all customers.
   *
   * @param weights those in use; null if none were set
   * @param ranks null while they are not known
   * @param rules those in use; null if none were set
   * @param agents who answer calls; nobody while that is not known
   * @param offers all that are defined, by id
   */
  record Common(
      PriorityWeights weights,
      ValueRanks ranks,
      Optional<Arrivals> arrivals,
      RoutingRules rules,
      AgentsActive agents,
      Map<String, Offer> offers) {
    public static final Common NOTHING =
        new Common(null, null, Optional.empty(), null, AgentsActive.NONE, Map.of());
  }

  Common common();

  /** What came of the last fit of the value model; empty before the first. */
  Optional<FitOutcome> lastFit();
}
