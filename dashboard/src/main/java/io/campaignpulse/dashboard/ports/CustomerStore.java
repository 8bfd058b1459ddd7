package io.campaignpulse.dashboard.ports;

import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.views.Arrivals;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.FitOutcome;
import io.campaignpulse.events.views.ValueRanks;
import java.util.Optional;

/**
 * Read side of what is known of customers by their events; every method may throw {@link
 * StoreUnavailableException}.
 */
public interface CustomerStore {
  /** The id of the customer behind an identity, by its key; empty for nobody who is known. */
  Optional<String> customerOf(String identityKey);

  /**
   * A customer of whom something is known.
   *
   * @param value null for one who never bought
   * @param activity null for one who did nothing lately
   */
  record Known(CustomerValue value, CustomerActivity activity) {}

  /** Empty for a customer of whom nothing is known, not even by name. */
  Optional<Known> find(String customerId);

  /**
   * What is the same for all customers.
   *
   * @param weights those in use; null if none were set
   * @param ranks null while they are not known
   */
  record Common(PriorityWeights weights, ValueRanks ranks, Optional<Arrivals> arrivals) {}

  Common common();

  /** What came of the last fit of the value model; empty before the first. */
  Optional<FitOutcome> lastFit();
}
