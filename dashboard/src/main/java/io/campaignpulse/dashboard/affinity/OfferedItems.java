package io.campaignpulse.dashboard.affinity;

import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.avro.Offer;
import java.util.HashSet;
import java.util.Set;

/** The products and categories that some offer proposes. */
final class OfferedItems {
  private final ReferenceStore references;

  OfferedItems(ReferenceStore references) {
    this.references = references;
  }

  Set<String> all() {
    var items = new HashSet<String>();
    for (Offer offer : references.offers()) {
      items.add(offer.getProductId());
      items.add(offer.getCategory());
    }
    items.remove(null);
    return items;
  }
}
