package io.campaignpulse.standalone.affinity;

import io.campaignpulse.affinity.core.Affinities;
import io.campaignpulse.affinity.core.Recommendation;
import io.campaignpulse.events.avro.Sale;
import io.campaignpulse.events.avro.SaleKind;
import io.campaignpulse.events.avro.SaleLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Tries recommendations on the last order of each customer, by what was bought before it, in order
 * of time: nothing of the future is known to whoever recommends. What a customer has bought before
 * is not recommended, and an order of nothing else is left out.
 */
public final class NextProductTrial {
  private static final int RECOMMENDED = 10;

  /** By so many of the products that a customer bought last is recommended. */
  private static final int LAST_BOUGHT = 30;

  private static final long DAY_MILLIS = 86_400_000;

  private final Affinities affinities = new Affinities();
  private final Map<String, Customer> customers = new HashMap<>();
  private int orders;
  private int tried;
  private int byAffinity;
  private int byPopularity;

  /** What a customer bought so far: all of it, and the last of it. */
  private record Customer(Set<String> all, Deque<String> last) {
    Customer() {
      this(new HashSet<>(), new ArrayDeque<>());
    }

    void buys(Set<String> basket) {
      for (var product : basket) {
        all.add(product);
        last.remove(product);
        last.addLast(product);
      }
      while (last.size() > LAST_BOUGHT) {
        last.removeFirst();
      }
    }
  }

  /**
   * How it went.
   *
   * @param tried customers on whose last order recommendations were tried
   * @param byAffinity of these, whose order held one of the ten recommended by affinity
   * @param byPopularity the same of the ten most popular products
   */
  public record Result(int orders, int customers, int tried, int byAffinity, int byPopularity) {
    public double affinityRate() {
      return rate(byAffinity);
    }

    public double popularityRate() {
      return rate(byPopularity);
    }

    private double rate(int hits) {
      return tried == 0 ? 0 : (double) hits / tried;
    }
  }

  private NextProductTrial() {}

  /**
   * @param events of which orders count, in order of time
   */
  public static Result of(List<? extends SpecificRecord> events) {
    var trial = new NextProductTrial();
    var last = lastOrders(events);
    for (var event : events) {
      if (event instanceof Sale sale && sale.getKind() == SaleKind.ORDER) {
        trial.take(sale, last.get(customer(sale)).equals(sale.getOrderId()));
      }
    }
    return new Result(trial.orders, last.size(), trial.tried, trial.byAffinity, trial.byPopularity);
  }

  private static Map<String, String> lastOrders(List<? extends SpecificRecord> events) {
    var last = new HashMap<String, String>();
    for (var event : events) {
      if (event instanceof Sale sale && sale.getKind() == SaleKind.ORDER) {
        last.put(customer(sale), sale.getOrderId());
      }
    }
    return last;
  }

  /** Whose order it is; that of somebody unknown is nobody's but its own. */
  private static String customer(Sale sale) {
    var id = sale.getCustomer().getCustomerId();
    return id == null ? "order " + sale.getOrderId() : id;
  }

  private void take(Sale sale, boolean last) {
    var basket = new LinkedHashSet<>(sale.getLines().stream().map(SaleLine::getProductId).toList());
    if (basket.isEmpty()) {
      return;
    }
    orders++;
    var customer = customers.computeIfAbsent(customer(sale), id -> new Customer());
    if (last && !customer.all().isEmpty()) {
      tryOn(customer, basket);
    }
    customer.buys(basket);
    long day = Math.floorDiv(sale.getOccurredAt().toEpochMilli(), DAY_MILLIS);
    affinities.add(day, new ArrayList<>(basket), 1);
  }

  private void tryOn(Customer customer, Set<String> basket) {
    var news = new HashSet<>(basket);
    news.removeAll(customer.all());
    if (news.isEmpty()) {
      return;
    }
    tried++;
    var known = customer.all();
    var recommended = Recommendation.byAffinity(affinities, customer.last(), known, RECOMMENDED);
    byAffinity += Recommendation.hits(recommended, news) ? 1 : 0;
    var popular = Recommendation.byPopularity(affinities, known, RECOMMENDED);
    byPopularity += Recommendation.hits(popular, news) ? 1 : 0;
  }
}
