package io.campaignpulse.dashboard.customers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.figures.EventTime;
import io.campaignpulse.dashboard.offers.NextOffer;
import io.campaignpulse.dashboard.offers.NextOfferJson;
import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.dashboard.ports.CustomerStore.Known;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.dashboard.priority.Priority;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerActivity.Signals;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What there is to know of a customer, on one card. */
public final class CustomerCards {
  private static final CustomerActivity NOTHING =
      new CustomerActivity(null, List.of(), Signals.NONE);

  private final ReferenceStore references;
  private final CustomerStore customers;
  private final Clock clock;
  private final ValueJson values;
  private final ActivityJson activities;

  public CustomerCards(
      ReferenceStore references, CustomerStore customers, Clock clock, Currency currency) {
    this.references = references;
    this.customers = customers;
    this.clock = clock;
    this.values = new ValueJson(currency);
    this.activities = new ActivityJson(currency);
  }

  /** The card; empty for a customer of whom nothing is known. */
  public Optional<ObjectNode> find(String customerId) {
    return customers.find(customerId).map(known -> write(customerId, known));
  }

  private ObjectNode write(String customerId, Known known) {
    var common = customers.common();
    var now = EventTime.now(common.arrivals(), clock.instant());
    var priority = Priority.of(customerId, known, common, now);
    var profile =
        references
            .find(ReferenceKind.CUSTOMERS, customerId)
            .orElseGet(() -> Customer.newBuilder().setCustomerId(customerId).build());
    var card = ReferenceKind.CUSTOMERS.codec().toJson(profile);
    card.put("tier", priority.tier());
    card.put("isNew", priority.isNew());
    card.set("value", values.write(known.value(), common.ranks()));
    activities.write(card, known.activity() == null ? NOTHING : known.activity(), now);
    card.putObject("priority")
        .put("score", priority.score().score())
        .putPOJO("reasons", priority.score().reasons());
    var next = NextOffer.of(known, null, common.offers(), now);
    card.set("offer", NextOfferJson.full(next, now));
    return card;
  }
}
