package io.campaignpulse.dashboard.customers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.dashboard.priority.Priorities;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.ValueRanks;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What there is to know of a customer, on one card. */
public final class CustomerCards {
  private static final CustomerActivity NOTHING =
      new CustomerActivity(null, List.of(), Signals.NONE);

  private final ReferenceStore references;
  private final CustomerStore customers;
  private final Priorities priorities;
  private final ValueJson values;
  private final ActivityJson activities;

  public CustomerCards(
      ReferenceStore references,
      CustomerStore customers,
      Priorities priorities,
      Currency currency) {
    this.references = references;
    this.customers = customers;
    this.priorities = priorities;
    this.values = new ValueJson(currency);
    this.activities = new ActivityJson(currency);
  }

  /** The card; empty for a customer of whom nothing is known. */
  public Optional<ObjectNode> find(String customerId) {
    var profile = references.find(ReferenceKind.CUSTOMERS, customerId);
    var value = customers.value(customerId);
    var activity = customers.activity(customerId);
    if (profile.isEmpty() && value.isEmpty() && activity.isEmpty()) {
      return Optional.empty();
    }
    var known = profile.orElseGet(() -> Customer.newBuilder().setCustomerId(customerId).build());
    var card = write((Customer) known, value.orElse(null));
    var priority = priorities.ofCustomer(customerId);
    activities.write(card, activity.orElse(NOTHING), priority.asOf());
    card.putObject("priority")
        .put("score", priority.score().score())
        .putPOJO("reasons", priority.score().reasons());
    return Optional.of(card);
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
