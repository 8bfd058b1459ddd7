package io.campaignpulse.simulators.world;

import io.campaignpulse.events.avro.SaleLine;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is bought for a given sum: products at their prices, the dear ones first, and with each what
 * goes with it.
 */
final class Basket {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Company company;
  private final List<Company.Item> products;
  private final Company.Item cheapest;
  private final Company.Item dearest;

  Basket(Company company) {
    var byPrice = Comparator.comparing(Company.Item::price);
    this.company = company;
    this.products = company.products();
    this.cheapest = products.stream().min(byPrice).orElseThrow();
    this.dearest = products.stream().max(byPrice).orElseThrow();
  }

  /**
   * Lines that come within half the price of the cheapest product of this sum, in major units of
   * currency; at least one of that product.
   */
  List<SaleLine> worth(double spend, Chance chance) {
    var bought = new LinkedHashMap<Company.Item, Long>();
    var left = BigDecimal.valueOf(spend);
    while (left.multiply(TWO).compareTo(cheapest.price()) >= 0) {
      var item = next(left, chance);
      left = take(item, left, bought);
      for (var other : company.takenAlong(item, chance)) {
        if (other.price().compareTo(left) <= 0) {
          left = take(other, left, bought);
        }
      }
    }
    return lines(bought.isEmpty() ? Map.of(cheapest, 1L) : bought);
  }

  private static BigDecimal take(
      Company.Item item, BigDecimal left, Map<Company.Item, Long> bought) {
    bought.merge(item, 1L, Long::sum);
    return left.subtract(item.price());
  }

  /** Something that takes at least half of what is left, if anything does. */
  private Company.Item next(BigDecimal left, Chance chance) {
    if (left.compareTo(dearest.price().multiply(TWO)) > 0) {
      return dearest;
    }
    var fitting =
        products.stream()
            .filter(item -> item.price().compareTo(left) <= 0)
            .filter(item -> item.price().multiply(TWO).compareTo(left) >= 0)
            .toList();
    return fitting.isEmpty() ? cheapest : chance.oneOf(fitting);
  }

  private static List<SaleLine> lines(Map<Company.Item, Long> bought) {
    return bought.entrySet().stream()
        .map(each -> Purchases.line(each.getKey(), each.getValue()))
        .toList();
  }
}
