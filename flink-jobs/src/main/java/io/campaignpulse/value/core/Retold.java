package io.campaignpulse.value.core;

import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import io.campaignpulse.ingest.core.Trade.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What stays of a sale that is told twice. Categories are compared last and item by item, as some
 * may have been looked up when the sale came: a repeat that says none takes none of them away.
 */
final class Retold {
  private Retold() {}

  /**
   * @param known as it was entered
   * @param again as it came
   * @param lookUp says the categories of products where a sale does not
   */
  static Touch of(Touch known, Touch again, UnaryOperator<Touch> lookUp) {
    int order = plain(known).content().compareTo(plain(again).content());
    if (order != 0) {
      return order < 0 ? known : lookUp.apply(again);
    }
    return known.trade() == null ? known : categorised(known, again.trade().items());
  }

  private static Touch plain(Touch sale) {
    return sale.trade() == null
        ? sale
        : with(sale, sale.trade().items().stream().map(item -> in(null, item)).toList());
  }

  /** The same sale, where either says a category with the lesser. */
  private static Touch categorised(Touch known, List<Item> again) {
    var items = new ArrayList<Item>(again.size());
    for (int place = 0; place < again.size(); place++) {
      var item = known.trade().items().get(place);
      items.add(in(lesser(item.category(), again.get(place).category()), item));
    }
    return with(known, items);
  }

  private static String lesser(String one, String other) {
    return other == null || one != null && one.compareTo(other) <= 0 ? one : other;
  }

  private static Item in(String category, Item item) {
    return new Item(item.productId(), category, item.quantity());
  }

  private static Touch with(Touch sale, List<Item> items) {
    return sale.with(new Trade(items, sale.trade().decisionId(), sale.trade().offerId()));
  }
}
