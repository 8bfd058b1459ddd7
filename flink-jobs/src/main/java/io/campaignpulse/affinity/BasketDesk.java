package io.campaignpulse.affinity;

import io.campaignpulse.affinity.core.Basket;
import io.campaignpulse.value.core.Goods;
import java.util.function.Consumer;

/** Says how baskets change by what becomes of an order. */
public final class BasketDesk {
  private static final long DAY_MILLIS = 86_400_000;

  private BasketDesk() {}

  /**
   * @param before the order as it stood; null for none
   * @param after as it stands now
   */
  public static void changed(Goods.Order before, Goods.Order after, Consumer<BasketCount> counts) {
    var was = basket(before);
    var is = basket(after);
    if (was.equals(is) && (was.empty() || day(before) == day(after))) {
      return;
    }
    if (!was.empty()) {
      counts.accept(new BasketCount(day(before), was, -1));
    }
    if (!is.empty()) {
      counts.accept(new BasketCount(day(after), is, 1));
    }
  }

  private static Basket basket(Goods.Order order) {
    if (order == null) {
      return Basket.NONE;
    }
    return Basket.of(
        order.items().stream()
            .map(item -> new Basket.Content(item.productId(), item.category()))
            .toList());
  }

  private static long day(Goods.Order order) {
    return Math.floorDiv(order.at(), DAY_MILLIS);
  }
}
