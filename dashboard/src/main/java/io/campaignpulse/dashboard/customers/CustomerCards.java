package io.campaignpulse.dashboard.customers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.ValueRanks;
import java.util.Currency;
import java.util.Optional;

/** What there is to know of a customer, on one card. */
public final class CustomerCards {
  private final ReferenceStore references;
  private final CustomerStore customers;
  private final ValueJson values;

  public CustomerCards(ReferenceStore references, CustomerStore customers, Currency currency) {
    this.references = references;
    this.customers = customers;
    this.values = new ValueJson(currency);
  }

  /** The card; empty for a customer of whom nothing is known. */
  public Optional<ObjectNode> find(String customerId) {
    var profile = references.find(ReferenceKind.CUSTOMERS, customerId);
    var value = customers.value(customerId);
    if (profile.isEmpty() && value.isEmpty()) {
      return Optional.empty();
    }
    var known = profile.orElseGet(() -> Customer.newBuilder().setCustomerId(customerId).build());
    return Optional.of(write((Customer) known, value.orElse(null)));
  }

  private ObjectNode write(Customer profile, CustomerValue value) {
    var card = ReferenceKind.CUSTOMERS.codec().toJson(profile);
    var tier = value == null || value.tier() == null ? ValueRanks.C : value.tier();
    card.put("tier", tier);
    card.put("isNew", value == null || value.purchaseDays() == 0);
    card.set("value", values.write(value, customers.ranks().orElse(null)));
    return card;
  }
}
