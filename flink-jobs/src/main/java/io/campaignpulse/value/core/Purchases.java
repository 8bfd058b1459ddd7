package io.campaignpulse.value.core;

import io.campaignpulse.ingest.core.Page;
import io.campaignpulse.ingest.core.Touch;
import io.campaignpulse.value.core.Goods.Owned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What one customer bought and brought back: the set of their sales, and what is left by day of
 * those too old to keep. The order in which sales were entered leaves no trace.
 */
public final class Purchases {
  private static final long DAY_MILLIS = 86_400_000;

  private final SortedMap<Long, Long> settled;
  private final SortedMap<String, Owned> settledGoods;
  private Page page;

  public Purchases() {
    this(new Page(), new TreeMap<>(), new TreeMap<>());
  }

  public Purchases(
      Page page, SortedMap<Long, Long> settled, SortedMap<String, Owned> settledGoods) {
    this.page = page;
    this.settled = settled;
    this.settledGoods = settledGoods;
  }

  /** Purchases with the same content. */
  public Purchases copy() {
    return new Purchases(page.copy(), new TreeMap<>(settled), new TreeMap<>(settledGoods));
  }

  /** The sales as they are kept. */
  public Page page() {
    return page;
  }

  /** What older purchase days came to, in minor units by epoch day. */
  public SortedMap<Long, Long> settled() {
    return settled;
  }

  /** What older sales left the customer with, by product. */
  public SortedMap<String, Owned> settledGoods() {
    return settledGoods;
  }

  /** What the customer bought and has not brought back. */
  public Collection<Owned> goods() {
    var goods = new TreeMap<>(settledGoods);
    Goods.add(goods, page.touches());
    return goods.values();
  }

  /** What all of it comes to at the end of the day of the last sale. */
  public record Look(Observed observed, Collection<Owned> goods) {}

  /** Looks at all that can be said of the sales; empty if there were none. */
  public Optional<Look> look() {
    return lastDay().flatMap(this::observed).map(observed -> new Look(observed, goods()));
  }

  /** An order as it stands; null for one that is not known, or was too old to keep. */
  public Goods.Order order(String orderId) {
    return Goods.order(page.ofUnit(orderId));
  }

  public boolean holds(String eventId) {
    return page.find(eventId) != null;
  }

  /** Enters an order or a return as it came. */
  public boolean enter(Touch sale) {
    return enter(sale, UnaryOperator.identity());
  }

  /**
   * Enters an order or a return. Of repeats that differ the one with the lesser content stays,
   * whichever came first.
   *
   * @param lookUp says the categories of products where the sale does not; of a repeat it is not
   *     asked again
   * @return whether that is a change
   */
  public boolean enter(Touch sale, UnaryOperator<Touch> lookUp) {
    var known = page.find(sale.eventId());
    var entered = known == null ? lookUp.apply(sale) : Retold.of(known, sale, lookUp);
    if (entered.equals(known)) {
      return false;
    }
    remove(sale.eventId());
    page.add(entered);
    return true;
  }

  /** Takes a sale out again, because it turned out to be another customer's. */
  public boolean remove(String eventId) {
    if (!holds(eventId)) {
      return false;
    }
    keep(page.touches().stream().filter(sale -> !sale.eventId().equals(eventId)).toList());
    return true;
  }

  private void keep(List<Touch> kept) {
    var rest = new Page();
    kept.forEach(rest::add);
    page = rest;
  }

  /** Whether nothing was bought, nor brought back. */
  public boolean none() {
    return page.size() == 0 && settled.isEmpty() && settledGoods.isEmpty();
  }

  /**
   * The purchases at the end of an epoch day; empty if there were none by then. It is asked at
   * every sale, so an order that nothing else happened to is not read for it.
   */
  public Optional<Observed> observed(long asOfDay) {
    var days = new TreeMap<>(settled.headMap(asOfDay + 1));
    var end = (asOfDay + 1) * DAY_MILLIS;
    var others =
        page.glanceAlone(
            (kind, at, amount) -> {
              if (kind == Touch.Kind.ORDER && at < end) {
                days.merge(day(at), Math.max(0, amount), Long::sum);
              }
            });
    addDays(days, others.stream().filter(sale -> sale.at() < end).toList());
    if (days.isEmpty()) {
      return Optional.empty();
    }
    var first = days.firstKey();
    var spend = days.values().stream().mapToLong(Long::longValue).sum();
    return Optional.of(
        new Observed(
            asOfDay,
            days.size(),
            (int) (days.lastKey() - first),
            (int) (asOfDay - first),
            spend,
            spend - days.get(first)));
  }

  /** The epoch day of the last sale; empty if there were none. */
  public Optional<Long> lastDay() {
    var last = page.size() == 0 ? Long.MIN_VALUE : day(page.lastAt());
    if (!settled.isEmpty()) {
      return Optional.of(Math.max(last, settled.lastKey()));
    }
    return page.size() == 0 ? Optional.empty() : Optional.of(last);
  }

  /**
   * Forgets orders of which nothing happened since the cutoff, but not what their days came to. A
   * return that comes later finds no order.
   *
   * @param cutoff epoch milliseconds of event time
   * @return what was forgotten, orders always with all that happened to them
   */
  public List<Touch> forget(long cutoff) {
    var latest = new HashMap<String, Long>();
    page.touches().forEach(sale -> latest.merge(sale.unitId(), sale.at(), Math::max));
    var old = new ArrayList<Touch>();
    var kept = new ArrayList<Touch>();
    page.touches().forEach(sale -> (latest.get(sale.unitId()) < cutoff ? old : kept).add(sale));
    if (!old.isEmpty()) {
      addDays(settled, old);
      Goods.add(settledGoods, old);
      keep(kept);
    }
    return old;
  }

  /** When the order that will be forgotten next was last heard of; empty if none is held. */
  public Optional<Long> oldest() {
    var latest = new HashMap<String, Long>();
    page.touches().forEach(sale -> latest.merge(sale.unitId(), sale.at(), Math::max));
    return latest.values().stream().min(Comparator.naturalOrder());
  }

  /** Adds what each order came to, less what was brought back of it, to its day. */
  private static void addDays(Map<Long, Long> days, List<Touch> sales) {
    var orders = new HashMap<String, Long>();
    var returns = new HashMap<String, Long>();
    for (var sale : sales) {
      var sums = sale.kind() == Touch.Kind.RETURN ? returns : orders;
      sums.merge(sale.unitId(), sale.amountMinor(), Long::sum);
    }
    for (var sale : sales) {
      long back = returns.getOrDefault(sale.unitId(), 0L);
      if (sale.kind() == Touch.Kind.ORDER && (back == 0 || back < orders.get(sale.unitId()))) {
        var left = Math.max(0, sale.amountMinor() - back);
        returns.merge(sale.unitId(), -(sale.amountMinor() - left), Long::sum);
        days.merge(day(sale.at()), left, Long::sum);
      }
    }
  }

  private static long day(long at) {
    return Math.floorDiv(at, DAY_MILLIS);
  }
}
