package io.campaignpulse.standalone.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.events.avro.CustomerRef;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.avro.SaleLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NextProductTrialTest {
  private static Sale order(int number, String customer, SaleKind kind, String... products) {
    return Sale.newBuilder()
        .setEventId("e" + number)
        .setOccurredAt(Instant.ofEpochSecond(1_750_000_000L + number * 60L))
        .setCustomer(CustomerRef.newBuilder().setCustomerId(customer).build())
        .setOrderId("o" + number)
        .setKind(kind)
        .setChannel("WEB")
        .setAmount(new BigDecimal("1.0000"))
        .setLines(Stream.of(products).map(NextProductTrialTest::line).toList())
        .build();
  }

  private static SaleLine line(String product) {
    return SaleLine.newBuilder()
        .setProductId(product)
        .setQuantity(1)
        .setUnitPrice(new BigDecimal("1.0000"))
        .build();
  }

  /** Each of 60 products has a partner that is bought with it, now or in the next order. */
  private static List<Sale> shop() {
    var sales = new ArrayList<Sale>();
    var random = new SplittableRandom(3);
    for (int customer = 0; customer < 1_000; customer++) {
      int product = random.nextInt(60);
      var together = random.nextBoolean();
      var first =
          together ? new String[] {"a" + product, "b" + product} : new String[] {"a" + product};
      sales.add(order(sales.size(), "c" + customer, SaleKind.ORDER, first));
    }
    for (int customer = 0; customer < 1_000; customer++) {
      var first = sales.get(customer).getLines();
      var number = first.get(0).getProductId().substring(1);
      var next = first.size() == 1 ? "b" + number : "z" + customer;
      sales.add(order(sales.size(), "c" + customer, SaleKind.ORDER, next));
    }
    return sales;
  }

  @Test
  void affinityKnowsWhatGoesWithWhatWhereTheMostPopularMisses() {
    var result = NextProductTrial.of(shop());
    assertThat(result.orders()).isEqualTo(2_000);
    assertThat(result.tried()).isEqualTo(1_000);
    assertThat(result.byAffinity()).isBetween(400, 550);
    assertThat(result.popularityRate()).isLessThan(result.affinityRate() / 3);
  }

  @Test
  void knowsNothingOfTheFuture() {
    var result =
        NextProductTrial.of(
            List.of(
                order(1, "anna", SaleKind.ORDER, "a"),
                order(2, "anna", SaleKind.ORDER, "b"),
                order(3, "bert", SaleKind.ORDER, "a", "b")));
    assertThat(result).isEqualTo(new NextProductTrial.Result(3, 2, 1, 0, 0));
  }

  @Test
  void triesNeitherOnReturnsNorOnWhatTheyHadBeforeNorOnFirstOrders() {
    var result =
        NextProductTrial.of(
            List.of(
                order(1, "anna", SaleKind.ORDER, "a"),
                order(2, "anna", SaleKind.ORDER, "a"),
                order(3, "anna", SaleKind.RETURN, "b"),
                order(4, "bert", SaleKind.ORDER, "a", "b")));
    assertThat(result.tried()).isZero();
  }
}
