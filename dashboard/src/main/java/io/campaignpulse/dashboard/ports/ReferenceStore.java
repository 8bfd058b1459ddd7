package io.campaignpulse.dashboard.ports;

import io.campaignpulse.events.ReferenceKind;
import io.campaignpulse.events.avro.Campaign;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.Offer;
import io.campaignpulse.events.avro.Product;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Read side of the reference data; every method may throw {@link StoreUnavailableException}. */
public interface ReferenceStore {
  Optional<SpecificRecord> find(ReferenceKind kind, String id);

  /** The record of this id as it was set, or the one in use as long as nobody has set another. */
  default Optional<SpecificRecord> inUse(ReferenceKind kind, String id) {
    return find(kind, id).or(() -> kind.byDefault(id));
  }

  /** Every campaign that is defined. */
  List<Campaign> campaigns();

  /** Those of these campaigns that are defined. */
  List<Campaign> campaigns(Collection<String> ids);

  /** Those of these customers that are on file. */
  List<Customer> customers(Collection<String> ids);

  /** Those of these products that are on file. */
  List<Product> products(Collection<String> ids);

  /** Every offer that is defined, by id. */
  List<Offer> offers();
}
