package io.campaignpulse.events.offers;

import java.util.List;

/**
 * What rules can ask of a customer.
 *
 * @param tier A, B or C
 * @param segment null for none
 * @param language null where it is not known
 * @param owned what was bought and not returned, one record a product
 */
public record CustomerFacts(
    String tier, String segment, String language, List<String> tags, List<Owned> owned) {

  /**
   * A product that the customer bought.
   *
   * @param category null where it is not known
   * @param lastBoughtAt epoch milliseconds of event time
   */
  public record Owned(String productId, String category, long lastBoughtAt) {
    /** Whether it is this product, or of this category. */
    public boolean is(String productOrCategory) {
      return productOrCategory.equals(productId) || productOrCategory.equals(category);
    }
  }

  /** Whether the customer has a product, or anything of a category. */
  public boolean owns(String productOrCategory) {
    return lastBought(productOrCategory) != Long.MIN_VALUE;
  }

  /** When a product, or anything of a category, was last bought; the least number for never. */
  public long lastBought(String productOrCategory) {
    long last = Long.MIN_VALUE;
    for (var each : owned) {
      if (each.is(productOrCategory)) {
        last = Math.max(last, each.lastBoughtAt());
      }
    }
    return last;
  }
}
