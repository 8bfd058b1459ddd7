package io.campaignpulse.offers.core;

import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.events.views.Opportunity;
import io.campaignpulse.events.views.ValueRanks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** Finds in one look at all buyers what could be sold to whom. */
public final class Opportunities {
  private static final int MOST_PAIRS = 10;
  private static final int MOST_CUSTOMERS = 100;

  private final OfferBoard board;
  private final long today;
  private final long yearBegan;
  private final TreeMap<String, Gathering> gathered = new TreeMap<>();

  /** Of the buyer who is looked at. */
  private final TreeSet<String> names = new TreeSet<>();

  /**
   * @param today the epoch day of event time
   */
  public Opportunities(OfferBoard board, long today) {
    this.board = board;
    this.today = today;
    this.yearBegan = LocalDate.ofEpochDay(today).withDayOfYear(1).toEpochDay();
  }

  /** A customer and what they are worth. */
  public record Worthy(String customer, double worth) {
    static final Comparator<Worthy> MOST_FIRST =
        Comparator.comparingDouble(Worthy::worth).reversed().thenComparing(Worthy::customer);
  }

  /**
   * What was found among some of the buyers.
   *
   * @param top those who are worth most, the most first
   */
  public record Found(
      Opportunity.Kind kind,
      String about,
      String missing,
      long customers,
      long optedOut,
      List<Worthy> top) {
    String name() {
      return Opportunities.name(kind, about, missing);
    }

    /** Both together, which are of the same kind and about the same. */
    Found plus(Found more) {
      var all = new ArrayList<>(top);
      all.addAll(more.top);
      all.sort(Worthy.MOST_FIRST);
      return new Found(
          kind,
          about,
          missing,
          customers + more.customers,
          optedOut + more.optedOut,
          List.copyOf(all.subList(0, Math.min(MOST_CUSTOMERS, all.size()))));
    }

    public Opportunity view(long averageMinor) {
      var ids = top.stream().map(Worthy::customer).toList();
      return new Opportunity(name(), kind, about, missing, customers, optedOut, averageMinor, ids);
    }
  }

  /** What was found in parts, put together by name. */
  public static Collection<Found> together(Collection<Found> parts) {
    var all = new TreeMap<String, Found>();
    parts.forEach(part -> all.merge(part.name(), part, Found::plus));
    return all.values();
  }

  private static String name(Opportunity.Kind kind, String about, String missing) {
    return kind + (about == null ? "" : " " + about) + (missing == null ? "" : " " + missing);
  }

  /**
   * Looks at a buyer.
   *
   * @param optedOut whether they want no offers; asked only of whom one could be made
   * @return the names of what they are to be listed for, in order, also where they want no offers:
   *     none for the group without offers, which nobody should write to instead
   */
  public List<String> look(Buyer buyer, BooleanSupplier optedOut) {
    names.clear();
    for (var owned : buyer.goods()) {
      if (DayMoments.replacementDay(owned, board) <= today) {
        add(Opportunity.Kind.REPLACEMENT, owned.productId(), null, buyer, optedOut);
      }
    }
    board.together().pairs(Kind.CATEGORY).stream()
        .limit(MOST_PAIRS)
        .forEach(
            pair -> {
              alone(pair.one(), pair.other(), buyer, optedOut);
              alone(pair.other(), pair.one(), buyer, optedOut);
            });
    if (buyer.lastDay() < yearBegan && !ValueRanks.C.equals(tier(buyer))) {
      add(Opportunity.Kind.TOP_WITHOUT_PURCHASE, null, null, buyer, optedOut);
    }
    return List.copyOf(names);
  }

  private static String tier(Buyer buyer) {
    return buyer.tier() == null ? ValueRanks.C : buyer.tier();
  }

  private void alone(String category, String missing, Buyer buyer, BooleanSupplier optedOut) {
    if (buyer.owns(category, board) && !buyer.owns(missing, board)) {
      add(Opportunity.Kind.SINGLE_CATEGORY, category, missing, buyer, optedOut);
    }
  }

  private void add(
      Opportunity.Kind kind, String about, String missing, Buyer buyer, BooleanSupplier optedOut) {
    var name = name(kind, about, missing);
    var gathering = gathered.computeIfAbsent(name, none -> new Gathering(kind, about, missing));
    var listed = !board.policy().silent(buyer.customer());
    if (listed) {
      names.add(name);
    }
    if (optedOut.getAsBoolean()) {
      gathering.optedOut++;
      return;
    }
    gathering.customers++;
    if (listed) {
      gathering.list(new Worthy(buyer.customer(), buyer.worth()));
    }
  }

  public List<Found> found() {
    return gathered.values().stream().map(Gathering::found).toList();
  }

  /** One opportunity while customers are looked at. */
  private static final class Gathering {
    private final Opportunity.Kind kind;
    private final String about;
    private final String missing;
    private final PriorityQueue<Worthy> top = new PriorityQueue<>(Worthy.MOST_FIRST.reversed());
    private long customers;
    private long optedOut;

    Gathering(Opportunity.Kind kind, String about, String missing) {
      this.kind = kind;
      this.about = about;
      this.missing = missing;
    }

    void list(Worthy customer) {
      top.add(customer);
      if (top.size() > MOST_CUSTOMERS) {
        top.poll();
      }
    }

    Found found() {
      var mostFirst = top.stream().sorted(Worthy.MOST_FIRST).toList();
      return new Found(kind, about, missing, customers, optedOut, mostFirst);
    }
  }
}
