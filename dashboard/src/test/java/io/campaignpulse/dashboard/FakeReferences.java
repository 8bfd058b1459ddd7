package io.campaignpulse.dashboard;

import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.Product;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;

/** Reference data in memory. */
final class FakeReferences implements ReferenceStore {
  private final Map<String, SpecificRecord> records = new ConcurrentHashMap<>();
  private final FakeLine line;

  FakeReferences(FakeLine line) {
    this.line = line;
  }

  void put(ReferenceKind kind, SpecificRecord message) {
    records.put(kind + "/" + kind.id(message), message);
  }

  @Override
  public Optional<SpecificRecord> find(ReferenceKind kind, String id) {
    line.check();
    return Optional.ofNullable(records.get(kind + "/" + id));
  }

  @Override
  public List<Campaign> campaigns() {
    line.check();
    return records.values().stream()
        .filter(Campaign.class::isInstance)
        .map(Campaign.class::cast)
        .toList();
  }

  @Override
  public List<Campaign> campaigns(Collection<String> ids) {
    return campaigns().stream().filter(c -> ids.contains(c.getCampaignId())).toList();
  }

  @Override
  public List<Customer> customers(Collection<String> ids) {
    line.check();
    return ids.stream()
        .map(id -> (Customer) records.get(ReferenceKind.CUSTOMERS + "/" + id))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<Product> products(Collection<String> ids) {
    line.check();
    return ids.stream()
        .map(id -> (Product) records.get(ReferenceKind.PRODUCTS + "/" + id))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public List<Offer> offers() {
    line.check();
    return records.values().stream()
        .filter(Offer.class::isInstance)
        .map(Offer.class::cast)
        .sorted(Comparator.comparing(Offer::getOfferId))
        .toList();
  }
}
