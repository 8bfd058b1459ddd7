package io.campaignpulse.simulators.load;

import io.campaignpulse.events.avro.SaleLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What the customers of a load look at and buy: few products much, and most a little. */
final class LoadShop {
  static final int PRODUCTS = 1_000;
  static final int CATEGORIES = 20;

  private static final int MOST_LINES = 3;
  private static final double SKEW = 0.8;
  private static final Zipf POPULARITY = new Zipf(PRODUCTS, SKEW);
  private static final List<String> PRODUCT_IDS = named("load-product-", PRODUCTS);
  private static final List<String> CATEGORY_NAMES = named("load-category-", CATEGORIES);

  private LoadShop() {}

  private static List<String> named(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
  }

  static String viewed(SplittableRandom random) {
    return PRODUCT_IDS.get(POPULARITY.draw(random));
  }

  /** One to three different products that come to this amount together. */
  static List<SaleLine> bought(SplittableRandom random, BigDecimal amount) {
    var products =
        IntStream.generate(() -> POPULARITY.draw(random))
            .limit(1L + random.nextInt(MOST_LINES))
            .distinct()
            .toArray();
    var lines = new ArrayList<SaleLine>(products.length);
    var left = amount;
    for (int i = 0; i < products.length; i++) {
      var lineCount = BigDecimal.valueOf(products.length - i);
      var price = left.divide(lineCount, amount.scale(), RoundingMode.DOWN);
      left = left.subtract(price);
      lines.add(line(products[i], price));
    }
    return lines;
  }

  private static SaleLine line(int product, BigDecimal price) {
    return SaleLine.newBuilder()
        .setProductId(PRODUCT_IDS.get(product))
        .setCategory(CATEGORY_NAMES.get(product % CATEGORIES))
        .setQuantity(1)
        .setUnitPrice(price)
        .build();
  }
}
