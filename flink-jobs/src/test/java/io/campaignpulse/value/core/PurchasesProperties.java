package io.campaignpulse.value.core;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.ingest.core.Touch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PurchasesProperties {
  private static final long FIRST_DAY = 20_000;
  private static final int DAYS = 12;

  @Property(tries = 500)
  void equalARecountInWhateverOrderSalesCome(
      @ForAll("sales") List<Touch> sales, @ForAll Random random) {
    var arriving = new ArrayList<>(sales);
    arriving.addAll(sales.subList(0, sales.size() / 2));
    Collections.shuffle(arriving, random);
    var purchases = new Purchases();
    arriving.forEach(purchases::enter);
    for (long day = FIRST_DAY - 1; day < FIRST_DAY + DAYS; day++) {
      assertThat(purchases.observed(day).orElse(null)).isEqualTo(recount(sales, day));
    }
  }

  @Property(tries = 200)
  void leaveNoTraceOfWhatWasAnothers(@ForAll("sales") List<Touch> sales, @ForAll Random random) {
    var moved = new HashSet<Touch>(sales.stream().filter(sale -> random.nextBoolean()).toList());
    var purchases = new Purchases();
    sales.forEach(purchases::enter);
    moved.forEach(sale -> purchases.remove(sale.eventId()));
    var left = sales.stream().filter(sale -> !moved.contains(sale)).toList();
    long end = FIRST_DAY + DAYS;
    assertThat(purchases.observed(end).orElse(null)).isEqualTo(recount(left, end));
  }

  @Property(tries = 300)
  void changeByNothingWhenOldSalesAreForgotten(
      @ForAll("sales") List<Touch> sales, @ForAll Random random) {
    long end = FIRST_DAY + DAYS;
    var purchases = new Purchases();
    for (var sale : sales.stream().sorted((a, b) -> Long.compare(a.at(), b.at())).toList()) {
      purchases.enter(sale);
      // Only what nothing more happens to is as old as that.
      if (sales.stream().noneMatch(other -> other.at() > sale.at() && sameOrder(other, sale))) {
        purchases.forget(random.nextBoolean() ? quiet(sales, sale.at()) : Long.MIN_VALUE);
      }
    }
    assertThat(purchases.observed(end).orElse(null)).isEqualTo(recount(sales, end));
  }

  private static boolean sameOrder(Touch one, Touch other) {
    return one.unitId().equals(other.unitId());
  }

  /** Before this nothing happened to an order that something happens to later. */
  private static long quiet(List<Touch> sales, long now) {
    return sales.stream()
        .filter(
            sale -> sales.stream().anyMatch(later -> later.at() > now && sameOrder(later, sale)))
        .mapToLong(Touch::at)
        .min()
        .orElse(now + 1);
  }

  /** What the customer bought by the end of a day, worked out anew; null for nothing. */
  private static Observed recount(List<Touch> all, long day) {
    var sales = all.stream().filter(sale -> sale.at() < (day + 1) * DAY).toList();
    var days = new TreeMap<Long, Long>();
    for (var id : new HashSet<>(sales.stream().map(Touch::unitId).toList())) {
      var orders = of(sales, id, Touch.Kind.ORDER);
      long back = of(sales, id, Touch.Kind.RETURN).stream().mapToLong(Touch::amountMinor).sum();
      long total = orders.stream().mapToLong(Touch::amountMinor).sum();
      if (back > 0 && back >= total) {
        continue;
      }
      for (var order : orders) {
        long taken = Math.min(back, order.amountMinor());
        back -= taken;
        days.merge(Math.floorDiv(order.at(), DAY), order.amountMinor() - taken, Long::sum);
      }
    }
    if (days.isEmpty()) {
      return null;
    }
    long spend = days.values().stream().mapToLong(Long::longValue).sum();
    return new Observed(
        day,
        days.size(),
        (int) (days.lastKey() - days.firstKey()),
        (int) (day - days.firstKey()),
        spend,
        spend - days.firstEntry().getValue());
  }

  private static List<Touch> of(List<Touch> sales, String orderId, Touch.Kind kind) {
    return sales.stream()
        .filter(sale -> sale.unitId().equals(orderId) && sale.kind() == kind)
        .sorted((a, b) -> Long.compare(a.at(), b.at()))
        .toList();
  }

  /** Up to ten sales of four orders, each at a time of its own. */
  @Provide
  Arbitrary<List<Touch>> sales() {
    var sale =
        Combinators.combine(
                Arbitraries.integers().between(0, DAYS * 24 - 1),
                Arbitraries.of("o1", "o2", "o3", "o4"),
                Arbitraries.longs().between(0, 30),
                Arbitraries.of(true, true, false))
            .as(
                (hour, orderId, amount, bought) -> {
                  long at = FIRST_DAY * DAY + hour * (DAY / 24);
                  var eventId = "e" + hour;
                  return bought
                      ? order(eventId, at, orderId, amount)
                      : refund(eventId, at, orderId, amount);
                });
    return sale.list().ofMaxSize(10).uniqueElements(Touch::eventId);
  }
}
