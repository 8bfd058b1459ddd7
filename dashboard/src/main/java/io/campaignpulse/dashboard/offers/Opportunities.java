package io.campaignpulse.dashboard.offers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campaignpulse.dashboard.affinity.ProductNames;
import io.campaignpulse.dashboard.ports.OfferStore;
import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.events.Money;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.views.Opportunity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** Says what could be sold, and to whom. */
public final class Opportunities {
  private static final Comparator<Opportunity> GREATEST_FIRST =
      Comparator.comparingLong(Opportunity::customers).reversed().thenComparing(Opportunity::name);

  private final OfferStore store;
  private final ReferenceStore references;
  private final ProductNames names;
  private final Currency currency;

  public Opportunities(OfferStore store, ReferenceStore references, Currency currency) {
    this.store = store;
    this.references = references;
    this.currency = currency;
    this.names = new ProductNames(references);
  }

  /** The one with most customers first. */
  public List<ObjectNode> all() {
    var found = store.opportunities().stream().sorted(GREATEST_FIRST).toList();
    var products =
        names.onFile(
            found.stream()
                .filter(each -> each.kind() == Opportunity.Kind.REPLACEMENT)
                .map(Opportunity::about)
                .filter(Objects::nonNull)
                .toList());
    var offers = references.offers();
    var figures = store.standing().figures();
    return found.stream()
        .map(
            each ->
                write(
                    each,
                    each.kind() == Opportunity.Kind.REPLACEMENT ? products.get(each.about()) : null,
                    Acceptance.of(toBeSold(each), offers, figures)))
        .toList();
  }

  /** The product or category; null for nothing in particular. */
  private static String toBeSold(Opportunity each) {
    return each.kind() == Opportunity.Kind.SINGLE_CATEGORY ? each.missing() : each.about();
  }

  private ObjectNode write(Opportunity each, Product product, Acceptance acceptance) {
    var value = value(each, product);
    var json = JsonNodeFactory.instance.objectNode().put("name", each.name());
    json.put("kind", each.kind().name()).put("about", each.about());
    json.put("aboutName", product == null ? null : product.getName());
    json.put("missing", each.missing());
    json.put("customers", each.customers()).put("optedOut", each.optedOut());
    json.put("averageValue", plain(value));
    json.put("presented", acceptance.presented()).put("accepted", acceptance.accepted());
    json.put("acceptanceRate", acceptance.rate());
    json.put("expectedRevenue", plain(acceptance.revenue(each.customers(), value)));
    json.put("listed", Math.min(each.customers(), OpportunityList.MOST));
    var some = json.putArray("some");
    each.some().forEach(some::add);
    return json;
  }

  /** Of a product that is due its price, where it is on file; else what an order comes to. */
  private BigDecimal value(Opportunity each, Product product) {
    var order = Money.fromMinor(each.averageMinor(), currency);
    return product == null || product.getPrice() == null
        ? order
        : product.getPrice().setScale(order.scale(), RoundingMode.HALF_UP);
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }
}
