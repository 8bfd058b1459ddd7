package io.campaignpulse.affinity.core;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What one order holds and no return took back: each product once.
 *
 * @param categories of the products, each once
 */
public record Basket(List<String> products, List<String> categories) {
  public static final Basket NONE = new Basket(List.of(), List.of());

  /** Of products with their categories, which may be null. */
  public static Basket of(Collection<Content> contents) {
    return new Basket(
        contents.stream().map(Content::productId).distinct().sorted().toList(),
        contents.stream()
            .map(Content::category)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList());
  }

  public boolean empty() {
    return products.isEmpty();
  }

  /** A product in it, and its category, which may be null. */
  public record Content(String productId, String category) {}
}
