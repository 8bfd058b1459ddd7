package io.campaignpulse.dashboard.ports;

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

  /** What the customer is worth; empty for one who never bought. */
  Optional<CustomerValue> value(String customerId);

  /** What the customer did lately; empty for one who did nothing. */
  Optional<CustomerActivity> activity(String customerId);

  /** How worth is spread; empty before the jobs have looked at all customers once. */
  Optional<ValueRanks> ranks();

  /** What came of the last fit of the value model; empty before the first. */
  Optional<FitOutcome> lastFit();
}
