package io.campaignpulse.simulators.recount;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.avro.Customer;
import io.campaignpulse.events.avro.CustomerRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Which customer stands behind each phone, e-mail and visitor id, once everything is known. */
final class Links {
  /** Of several links of one identity the latest holds; at the same instant, the greatest id. */
  private record Link(Instant at, String customerId) {
    static final Comparator<Link> LATEST =
        Comparator.comparing(Link::at).thenComparing(Link::customerId);
  }

  private final Map<String, Link> byIdentity = new HashMap<>();

  Links(Collection<SpecificRecord> events, Collection<Customer> customers) {
    for (var event : events) {
      var ref = EventFields.customer(event);
      if (ref.getCustomerId() != null) {
        var link = new Link(EventFields.occurredAt(event), ref.getCustomerId());
        Identities.lookups(ref).values().forEach(identity -> learn(identity, link));
      }
    }
    customers.forEach(this::learn);
  }

  private void learn(Customer customer) {
    var id = customer.getCustomerId();
    customer.getPhones().forEach(phone -> learn("phone", phone, customer, id));
    customer.getEmails().forEach(email -> learn("email", email, customer, id));
    customer.getVisitorIds().forEach(visitor -> learn("visitor", visitor, customer, id));
  }

  private void learn(String kind, String value, Customer customer, String id) {
    if (customer.getUpdatedAt() == null) {
      throw new IllegalArgumentException(
          "customer " + id + " has identities but no updatedAt: since when do they hold?");
    }
    learn(Identities.key(kind, value), new Link(customer.getUpdatedAt(), id));
  }

  private void learn(String identity, Link link) {
    byIdentity.merge(identity, link, (a, b) -> Link.LATEST.compare(a, b) >= 0 ? a : b);
  }

  /** The customer that an event belongs to; an anonymous one is named after its best identity. */
  String owner(CustomerRef ref) {
    if (ref.getCustomerId() != null) {
      return ref.getCustomerId();
    }
    var identities = Identities.lookups(ref).values();
    return identities.stream()
        .filter(byIdentity::containsKey)
        .map(identity -> byIdentity.get(identity).customerId())
        .findFirst()
        .orElseGet(() -> identities.iterator().next());
  }
}
