package io.campaignpulse.dashboard.affinity;

import io.campaignpulse.dashboard.ports.ReferenceStore;
import io.campaignpulse.dashboard.ports.StoreUnavailableException;
import io.campaignpulse.events.avro.Product;
import io.campaignpulse.events.views.Affinity.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The names of products, where they are on file. */
public final class ProductNames {
  private final ReferenceStore references;

  public ProductNames(ReferenceStore references) {
    this.references = references;
  }

  /** By product id; figures matter more than how things are called, so a name may be lacking. */
  public Map<String, String> of(Collection<String> ids) {
    var names = new HashMap<String, String>();
    onFile(ids).values().forEach(each -> names.put(each.getProductId(), each.getName()));
    return names;
  }

  /** All that is on file of them, by product id. */
  public Map<String, Product> onFile(Collection<String> ids) {
    var products = new HashMap<String, Product>();
    try {
      references.products(ids).forEach(each -> products.put(each.getProductId(), each));
    } catch (StoreUnavailableException e) {
      // while the reference data are being filled in, too
    }
    return products;
  }

  /** The same of items; a category is called what it is. */
  Map<String, String> of(Kind kind, Collection<String> items) {
    return kind == Kind.PRODUCT ? of(items) : Map.of();
  }
}
