package io.campaignpulse.offers.core;

import io.campaignpulse.events.ReplacementCycle;
import io.campaignpulse.events.avro.Product;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;

/** What there is to know of products; those of which there is nothing are left out. */
public final class Wares {
  private final Map<String, Ware> byProduct = new HashMap<>();

  /**
   * What there is to know of a product.
   *
   * @param category null where it is not known
   * @param cycle after which it wants to be replaced; null for never
   */
  public record Ware(String category, Period cycle) {
    static final Ware UNKNOWN = new Ware(null, null);

    /** What a product's record says; a cycle that can't be read is none. */
    public static Ware of(Product product) {
      return new Ware(product.getCategory(), cycle(product.getReplacementCycle()));
    }

    private static Period cycle(String given) {
      try {
        return given == null ? null : ReplacementCycle.read(given);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }

    /** Whether it says nothing. */
    public boolean unknown() {
      return equals(UNKNOWN);
    }
  }

  public void put(String productId, Ware ware) {
    if (ware.unknown()) {
      byProduct.remove(productId);
    } else {
      byProduct.put(productId, ware);
    }
  }

  /** What there is to know of a product. */
  Ware of(String productId) {
    return byProduct.getOrDefault(productId, Ware.UNKNOWN);
  }

  boolean none() {
    return byProduct.isEmpty();
  }
}
