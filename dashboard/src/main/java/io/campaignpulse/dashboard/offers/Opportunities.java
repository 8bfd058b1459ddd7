package io.campaignpulse.dashboard.offers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.affinity.ProductNames;
import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.views.Opportunity;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Says what could be sold, and to whom. */
public final class Opportunities {
  private static final Comparator<Opportunity> GREATEST_FIRST =
      Comparator.comparingLong(Opportunity::customers).reversed().thenComparing(Opportunity::name);

  private final OfferStore store;
  private final ProductNames names;

  public Opportunities(OfferStore store, ReferenceStore references) {
    this.store = store;
    this.names = new ProductNames(references);
  }

  /** The one with most customers first. */
  public List<ObjectNode> all() {
    var found = store.opportunities().stream().sorted(GREATEST_FIRST).toList();
    var products =
        names.of(
            found.stream()
                .filter(each -> each.kind() == Opportunity.Kind.REPLACEMENT)
                .map(Opportunity::about)
                .filter(Objects::nonNull)
                .toList());
    return found.stream().map(each -> write(each, products.get(each.about()))).toList();
  }

  private static ObjectNode write(Opportunity each, String aboutName) {
    var json = JsonNodeFactory.instance.objectNode().put("name", each.name());
    json.put("kind", each.kind().name());
    json.put("about", each.about()).put("aboutName", aboutName).put("missing", each.missing());
    json.put("customers", each.customers()).put("optedOut", each.optedOut());
    var some = json.putArray("some");
    each.some().forEach(some::add);
    return json;
  }
}
