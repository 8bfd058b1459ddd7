package io.campaignpulse.dashboard.customers;

import io.campaignpulse.dashboard.figures.InvalidQueryException;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.events.Identities;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds the customer whom a channel knows by an identity. */
public final class Whose {
  private final CustomerStore customers;
  private final CustomerCards cards;

  public Whose(CustomerStore customers, CustomerCards cards) {
    this.customers = customers;
    this.cards = cards;
  }

  /** The customer of this id, if anything is known of them. */
  public Optional<String> customerId(String id) {
    return cards.find(id).map(card -> id);
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
