package io.campaignpulse.dashboard.customers;

import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.events.Identities;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds the customer whom a channel knows by an identity. */
public final class Whose {
  private final CustomerStore customers;

  public Whose(CustomerStore customers) {
    this.customers = customers;
  }

  /** The customer of this id, if anything is known of them. */
  public Optional<String> customerId(String id) {
    return customers.find(id).map(known -> id);
  }

  public Optional<String> phone(String given) {
    return identity("phone", given, Identities::phone);
  }

  public Optional<String> email(String given) {
    return identity("email", given, Identities::email);
  }

  public Optional<String> visitorId(String given) {
    return identity("visitor", given, UnaryOperator.identity());
  }

  private Optional<String> identity(String kind, String given, UnaryOperator<String> normalised) {
    try {
      return customers.customerOf(Identities.key(kind, normalised.apply(given)));
    } catch (IllegalArgumentException e) {
      throw new InvalidQueryException(kind, e.getMessage());
    }
  }
}
