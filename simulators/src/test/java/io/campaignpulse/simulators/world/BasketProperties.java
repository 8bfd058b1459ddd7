package io.campaignpulse.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.SaleLine;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class BasketProperties {
  private static final Company COMPANY = Company.load();
  private static final List<Company.Item> PRODUCTS = COMPANY.products();
  private static final BigDecimal CHEAPEST =
      PRODUCTS.stream().map(Company.Item::price).min(BigDecimal::compareTo).orElseThrow();

  @Property
  void comesWithinHalfTheCheapestPriceOfTheSum(
      @ForAll @DoubleRange(min = 5, max = 9_000) double spend, @ForAll long seed) {
    var total = Purchases.total(basket(spend, seed));
    assertThat(total.subtract(BigDecimal.valueOf(spend)).abs().multiply(BigDecimal.valueOf(2)))
        .isLessThanOrEqualTo(CHEAPEST);
  }

  @Property
  void isNeverEmpty(@ForAll @DoubleRange(min = 0, max = 5) double spend, @ForAll long seed) {
    assertThat(Purchases.total(basket(spend, seed))).isEqualByComparingTo(CHEAPEST);
  }

  @Property
  void namesEachProductOnceAndAtItsPrice(
      @ForAll @DoubleRange(min = 0, max = 9_000) double spend, @ForAll long seed) {
    var lines = basket(spend, seed);
    assertThat(lines).extracting(SaleLine::getProductId).doesNotHaveDuplicates();
    assertThat(lines).allMatch(line -> line.getQuantity() > 0);
    assertThat(lines).allSatisfy(line -> assertThat(line).isEqualTo(atItsPrice(line)));
  }

  /** The same line as the company would write it. */
  private static SaleLine atItsPrice(SaleLine line) {
    var item =
        PRODUCTS.stream().filter(p -> p.id().equals(line.getProductId())).findFirst().orElseThrow();
    return Purchases.line(item, line.getQuantity());
  }

  private static List<SaleLine> basket(double spend, long seed) {
    return new Basket(COMPANY).worth(spend, Chance.of(seed));
  }
}
