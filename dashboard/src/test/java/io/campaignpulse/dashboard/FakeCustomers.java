package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.ports.CustomerStore;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.PriorityWeights;
import io.campaignpulse.events.avro.RoutingRules;
import io.campaignpulse.events.views.AgentsActive;
import io.campaignpulse.events.views.CustomerActivity;
import io.campaignpulse.events.views.CustomerValue;
import io.campaignpulse.events.views.FitOutcome;
import io.campaignpulse.events.views.OfferDecision;
import io.campaignpulse.events.views.ValueRanks;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What is known of customers, in memory; their records and the arrivals are those of others. */
final class FakeCustomers implements CustomerStore {
  final Map<String, CustomerValue> values = new ConcurrentHashMap<>();
  final Map<String, String> identities = new ConcurrentHashMap<>();
  final Map<String, CustomerActivity> activities = new ConcurrentHashMap<>();
  final Map<String, OfferDecision> decisions = new ConcurrentHashMap<>();
  volatile ValueRanks ranks;
  volatile AgentsActive agents = AgentsActive.NONE;
  volatile FitOutcome fit;
  private final FakeLine line;
  private final FakeReferences references;
  private final FakeFigures figures;

  FakeCustomers(FakeLine line, FakeReferences references, FakeFigures figures) {
    this.line = line;
    this.references = references;
    this.figures = figures;
  }

  @Override
  public Optional<String> customerOf(String identityKey) {
    line.check();
    return Optional.ofNullable(identities.get(identityKey));
  }

  @Override
  public Optional<Known> find(String customerId) {
    line.check();
    var value = values.get(customerId);
    var activity = activities.get(customerId);
    var offer = decisions.get(customerId);
    return value == null
            && activity == null
            && offer == null
            && references.find(ReferenceKind.CUSTOMERS, customerId).isEmpty()
        ? Optional.empty()
        : Optional.of(known(customerId, value, activity, offer));
  }

  private Known known(
      String customerId, CustomerValue value, CustomerActivity activity, OfferDecision offer) {
    return references
        .find(ReferenceKind.CUSTOMERS, customerId)
        .map(Customer.class::cast)
        .map(
            says -> {
              var consent = new Consent(says.getMarketingOptOut(), says.getDoNotCall());
              return new Known(value, activity, says.getLanguage(), consent, offer);
            })
        .orElse(new Known(value, activity, null, Consent.TO_ALL, offer));
  }

  @Override
  public Map<String, Known> findAll(Collection<String> ids) {
    line.check();
    var found = new HashMap<String, Known>();
    for (var id : ids) {
      if (values.containsKey(id) || activities.containsKey(id)) {
        found.put(id, new Known(values.get(id), activities.get(id), null, Consent.TO_ALL, null));
      }
    }
    return found;
  }

  @Override
  public Set<String> some(int most) {
    line.check();
    return new TreeSet<>(values.keySet().stream().limit(most).toList());
  }

  @Override
  public Common common() {
    var weights = references.find(ReferenceKind.PRIORITY_WEIGHTS, ReferenceKind.CURRENT);
    var rules = references.find(ReferenceKind.ROUTING_RULES, ReferenceKind.CURRENT);
    return new Common(
        (PriorityWeights) weights.orElse(null),
        ranks,
        figures.arrivals(),
        (RoutingRules) rules.orElse(null),
        agents,
        references.offers().stream().collect(Collectors.toMap(Offer::getOfferId, offer -> offer)));
  }

  @Override
  public Optional<FitOutcome> lastFit() {
    line.check();
    return Optional.ofNullable(fit);
  }
}
