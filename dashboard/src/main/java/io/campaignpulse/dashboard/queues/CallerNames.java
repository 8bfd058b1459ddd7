package io.campaignpulse.dashboard.queues;

import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.views.RoutingDecision;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The names of those who call, where they are on file. */
public final class CallerNames {
  private final ReferenceStore references;

  public CallerNames(ReferenceStore references) {
    this.references = references;
  }

  /** By customer id; who calls matters more than how they are called, so a name may be lacking. */
  public Map<String, String> of(Collection<RoutingDecision> calls) {
    return ofCustomers(
        calls.stream()
            .map(RoutingDecision::customerId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  /** The same for customers. */
  public Map<String, String> ofCustomers(Collection<String> ids) {
    var names = new HashMap<String, String>();
    try {
      for (Customer customer : references.customers(ids)) {
        names.put(customer.getCustomerId(), customer.getName());
      }
    } catch (StoreUnavailableException e) {
      // while the reference data are being filled in, too
    }
    return names;
  }
}
