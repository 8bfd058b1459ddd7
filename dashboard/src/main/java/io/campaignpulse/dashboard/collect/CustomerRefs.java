package io.campaignpulse.dashboard.collect;

import io.campaignpulse.events.Identities;
import io.campaignpulse.events.avro.CustomerRef;

/** Names customers in events of our own. */
public final class CustomerRefs {
  private CustomerRefs() {}

  /** The customer of an id, or who is known by nothing but the key of an identity. */
  public static CustomerRef of(String customerIdOrKey) {
    return Identities.namesNobody(customerIdOrKey)
        ? ofIdentity(customerIdOrKey)
        : CustomerRef.newBuilder().setCustomerId(customerIdOrKey).build();
  }

  /** Who is known by the key of an identity. */
  public static CustomerRef ofIdentity(String key) {
    var ref = CustomerRef.newBuilder().build();
    var kindAndValue = key.split(":", 2);
    var value = kindAndValue[kindAndValue.length - 1];
    switch (kindAndValue[0]) {
      case "phone" -> ref.setPhone(value);
      case "email" -> ref.setEmail(value);
      default -> ref.setVisitorId(value);
    }
    return ref;
  }
}
