package io.campaignpulse.affinity;

import static io.campaignpulse.response.core.Fixtures.DAY;
import static io.campaignpulse.response.core.Fixtures.named;
import static io.campaignpulse.response.core.Fixtures.order;
import static io.campaignpulse.response.core.Fixtures.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.campaignpulse.affinity.core.Affinities;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.ingest.core.Trade;
import io.campaignpulse.value.core.Purchases;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds what is counted of a stream of sales against a recount of the set of them. */
class AffinityProperties {
  private static final long FIRST_DAY = 20_000;
  private static final int DAYS = 45;
  private static final List<String> PRODUCTS = List.of("a", "b", "c", "d", "e");

  @Property(tries = 300)
  void equalsARecountWhateverOrderSalesComeInAndWhoeverTheyTurnOutToBeOf(
      @ForAll("sales") List<Touch> sales, @ForAll Random random) throws IOException {
    var arriving = new ArrayList<>(sales);
    arriving.addAll(sales.subList(0, sales.size() / 3));
    Collections.shuffle(arriving, random);
    var stream = new Stream(random.nextBoolean());
    for (var sale : arriving) {
      stream.enter(random.nextInt(3) == 0 ? "visitor" : "anna", sale);
    }
    for (var sale : arriving) {
      stream.move("visitor", "anna", sale);
    }
    stream.affinities.today(FIRST_DAY + DAYS);
    long recentFrom = FIRST_DAY + DAYS - Affinities.RECENT_DAYS;
    var all = new Recount(sales, day -> true);
    var recent = new Recount(sales, day -> day > recentFrom);
    var total = stream.affinities.total(0);
    assertThat(total.missing()).isZero();
    assertThat(total.baskets()).isEqualTo(all.baskets);
    assertThat(total.recent()).isEqualTo(recent.baskets);
    for (var one : PRODUCTS) {
      assertThat(stream.affinities.of(one).baskets()).isEqualTo(all.of(one));
      assertThat(stream.affinities.of(one).recent()).isEqualTo(recent.of(one));
      for (var other : PRODUCTS) {
        if (!one.equals(other)) {
          var count = stream.affinities.of(one, other);
          assertThat(count.baskets()).isEqualTo(all.of(one + other));
          assertThat(count.recent()).isEqualTo(recent.of(one + other));
        }
      }
    }
  }

  /** The way from sales to counts, in customers' books. */
  private static final class Stream {
    private final Map<String, Purchases> books = new HashMap<>();
    private final boolean restarts;
    private Affinities affinities = new Affinities();

    Stream(boolean restarts) {
      this.restarts = restarts;
    }

    private interface Change {
      void on(Purchases purchases);
    }

    void enter(String customer, Touch sale) throws IOException {
      change(customer, sale, purchases -> purchases.enter(sale));
    }

    void move(String from, String to, Touch sale) throws IOException {
      if (books.computeIfAbsent(from, id -> new Purchases()).holds(sale.eventId())) {
        change(from, sale, purchases -> purchases.remove(sale.eventId()));
        enter(to, sale);
      }
    }

    private void change(String customer, Touch sale, Change change) throws IOException {
      var purchases = books.computeIfAbsent(customer, id -> new Purchases());
      var before = purchases.order(sale.unitId());
      change.on(purchases);
      BasketDesk.changed(
          before,
          purchases.order(sale.unitId()),
          count -> affinities.add(count.day(), count.basket().products(), count.times()));
      if (restarts) {
        var bytes = new ByteArrayOutputStream();
        affinities.write(new DataOutputStream(bytes));
        affinities =
            Affinities.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      }
    }
  }

  /** Plain counting over whole orders. */
  private static final class Recount {
    private final Map<String, Integer> counts = new HashMap<>();
    private int baskets;

    Recount(List<Touch> sales, LongPredicate counted) {
      for (int number = 0; number < sales.size(); number++) {
        var sale = sales.get(number);
        var first = sales.subList(0, number).stream().noneMatch(before -> sameOrder(before, sale));
        if (first) {
          count(sales.stream().filter(other -> sameOrder(other, sale)).toList(), counted);
        }
      }
    }

    private static boolean sameOrder(Touch one, Touch other) {
      return one.unitId().equals(other.unitId());
    }

    private void count(List<Touch> order, LongPredicate counted) {
      var quantities = new HashMap<String, Long>();
      long paid = 0;
      long day = Long.MAX_VALUE;
      for (var sale : order) {
        int sign = sale.kind() == Touch.Kind.ORDER ? 1 : -1;
        paid += sign * sale.amountMinor();
        day = sign > 0 ? Math.min(day, sale.at() / DAY) : day;
        sale.trade()
            .items()
            .forEach(item -> quantities.merge(item.productId(), sign * item.quantity(), Long::sum));
      }
      var refunded = order.stream().anyMatch(sale -> sale.kind() == Touch.Kind.RETURN);
      if (day == Long.MAX_VALUE || !counted.test(day) || refunded && paid <= 0) {
        return;
      }
      quantities.values().removeIf(quantity -> quantity <= 0);
      baskets += quantities.isEmpty() ? 0 : 1;
      var items = new TreeSet<>(quantities.keySet());
      for (var one : items) {
        counts.merge(one, 1, Integer::sum);
        for (var other : items) {
          if (!one.equals(other)) {
            counts.merge(one + other, 1, Integer::sum);
          }
        }
      }
    }

    int of(String key) {
      return counts.getOrDefault(key, 0);
    }
  }

  @Provide
  Arbitrary<List<Touch>> sales() {
    var items =
        Combinators.combine(Arbitraries.of(PRODUCTS), Arbitraries.longs().between(1, 3))
            .as((product, quantity) -> new Trade.Item(product, null, quantity))
            .list()
            .ofMaxSize(5);
    return Combinators.combine(
            Arbitraries.integers().between(0, 8),
            Arbitraries.longs().between(0, DAYS),
            Arbitraries.of(true, true, true, false),
            Arbitraries.longs().between(1, 50),
            items)
        .as(AffinityProperties::sale)
        .list()
        .ofMaxSize(25)
        .map(AffinityProperties::numbered);
  }

  private static Touch sale(
      int order, long day, boolean bought, long amount, List<Trade.Item> items) {
    long at = (FIRST_DAY + day) * DAY;
    var sale = bought ? order("x", at, "o" + order, amount) : refund("x", at, "o" + order, amount);
    return sale.with(new Trade(items, null, null));
  }

  private static List<Touch> numbered(List<Touch> sales) {
    var numbered = new ArrayList<Touch>();
    for (var sale : sales) {
      numbered.add(named(sale, "e" + numbered.size()));
    }
    return numbered;
  }
}
