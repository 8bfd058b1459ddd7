package io.campaignpulse.value.core;

import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What sales leave customers with. */
public final class Goods {
  private Goods() {}

  /**
   * A product that a customer bought and has not brought back.
   *
   * @param category null where no sale says
   * @param lastBoughtAt epoch milliseconds of event time
   */
  public record Owned(String productId, String category, long lastBoughtAt) {
    /** The later of two purchases, with the category that either knows. */
    Owned or(Owned other) {
      var later = lastBoughtAt >= other.lastBoughtAt ? this : other;
      var known =
          later.category != null ? later.category : later == this ? other.category : category;
      return new Owned(productId, known, later.lastBoughtAt);
    }
  }

  /**
   * One order as it stands.
   *
   * @param at when it was placed, in epoch milliseconds of event time
   * @param items what it holds and no return took back, one for each product
   */
  public record Order(long at, List<Item> items) {}

  /** What is left of an order, by all sales with its id in order of time; null without an order. */
  public static Order order(List<Touch> sales) {
    Touch placed = null;
    long paid = 0;
    long paidBack = 0;
    var quantities = new LinkedHashMap<String, Long>();
    var categories = new HashMap<String, String>();
    for (var sale : sales) {
      var order = sale.kind() == Touch.Kind.ORDER;
      placed = placed == null && order ? sale : placed;
      paid += order ? sale.amountMinor() : 0;
      paidBack += order ? 0 : sale.amountMinor();
      for (var item : items(sale)) {
        quantities.merge(item.productId(), order ? item.quantity() : -item.quantity(), Long::sum);
        categories.putIfAbsent(item.productId(), item.category());
      }
    }
    if (placed == null) {
      return null;
    }
    var allBack = paidBack > 0 && paidBack >= paid;
    return new Order(placed.at(), allBack ? List.of() : left(quantities, categories));
  }

  private static List<Item> left(Map<String, Long> quantities, Map<String, String> categories) {
    var left = new ArrayList<Item>();
    quantities.forEach(
        (product, quantity) -> {
          if (quantity > 0) {
            left.add(new Item(product, categories.get(product), quantity));
          }
        });
    return left;
  }

  private static List<Item> items(Touch sale) {
    return sale.trade() == null ? List.of() : sale.trade().items();
  }

  /** Adds to what a customer owns what is left of these sales of theirs, in order of time. */
  static void add(Map<String, Owned> owned, Collection<Touch> inTime) {
    var orders = new LinkedHashMap<String, List<Touch>>();
    for (var sale : inTime) {
      orders.computeIfAbsent(sale.unitId(), id -> new ArrayList<>(2)).add(sale);
    }
    for (var sales : orders.values()) {
      var order = order(sales);
      if (order != null) {
        for (var item : order.items()) {
          var bought = new Owned(item.productId(), item.category(), order.at());
          owned.merge(item.productId(), bought, Owned::or);
        }
      }
    }
  }
}
