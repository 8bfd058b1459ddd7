package io.campaignpulse.affinity.core;

import io.campaignpulse.events.views.Affinity.Count;
import io.campaignpulse.events.views.Affinity.Total;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * What is bought together, over all time and over the last days: the set of baskets, whatever the
 * order in which they came. Memory is bounded, however many products and pairs there are.
 */
public final class Affinities {
  /** How many days, the day of now among them, the window has. */
  public static final int RECENT_DAYS = 30;

  private static final int MOST_ITEMS = 1_000_000;
  private static final int MOST_PAIRS = 2_000_000;
  private static final int MOST_PAIRS_OF_DAY = 200_000;

  /** The pairs of so many items of one basket are counted, those of more are not. */
  private static final int MOST_OF_A_BASKET = 1_000;

  private final Names names;
  private final PairCounts all;
  private final PairCounts recent;
  private final TreeMap<Long, PairCounts> days = new TreeMap<>();
  private final Deque<String> forgotten = new ArrayDeque<>();
  private final int mostItems;
  private final int mostPairsOfDay;
  private long today = Long.MIN_VALUE;

  public Affinities() {
    this(MOST_ITEMS, MOST_PAIRS, MOST_PAIRS_OF_DAY);
  }

  /** The same within other bounds. */
  public Affinities(int mostItems, int mostPairs, int mostPairsOfDay) {
    this(
        mostItems,
        mostPairsOfDay,
        new Names(),
        new PairCounts(mostPairs),
        new PairCounts(mostPairs));
  }

  private Affinities(
      int mostItems, int mostPairsOfDay, Names names, PairCounts all, PairCounts recent) {
    this.mostItems = mostItems;
    this.mostPairsOfDay = mostPairsOfDay;
    this.names = names;
    this.all = all;
    this.recent = recent;
  }

  /** Moves the window on to an epoch day of event time; to an earlier one it does not move. */
  public void today(long day) {
    if (day <= today) {
      return;
    }
    today = day;
    while (!days.isEmpty() && days.firstKey() <= today - RECENT_DAYS) {
      recent.subtract(days.pollFirstEntry().getValue());
    }
  }

  /**
   * Adds a basket, or takes one out.
   *
   * @param day the epoch day of its order
   * @param items different ones
   * @param times 1, or -1 to take it out
   * @return the numbers of the items; some may have been forgotten by the end
   */
  public int[] add(long day, List<String> items, int times) {
    var basket = items.stream().limit(MOST_OF_A_BASKET).mapToInt(names::number).toArray();
    today(day);
    all.add(basket, times);
    if (day > today - RECENT_DAYS) {
      recent.add(basket, times);
      days.computeIfAbsent(day, d -> recent.part(mostPairsOfDay)).add(basket, times);
    }
    if (names.size() > mostItems) {
      forgetRarest();
    }
    return basket;
  }

  private void forgetRarest() {
    var counts = new IntArrayList(names.size());
    names.each(number -> counts.add(all.of(number)));
    counts.sort(null);
    int threshold = counts.getInt(counts.size() / 2);
    var gone = names.forget(number -> all.of(number) <= threshold, this::forgotten);
    all.forget(gone);
    recent.forget(gone);
    days.values().forEach(counted -> counted.forget(gone));
  }

  private void forgotten(String item) {
    if (forgotten.size() < mostItems) {
      forgotten.add(item);
    }
  }

  /**
   * The next item that was forgotten since it was last counted; null for none. While nobody asks,
   * as many as items at most are remembered. They are not kept.
   */
  public String nextForgotten() {
    var item = forgotten.poll();
    while (item != null && names.find(item) >= 0) {
      item = forgotten.poll();
    }
    return item;
  }

  public Total total(long asOf) {
    return new Total(
        all.baskets(), recent.baskets(), RECENT_DAYS, all.missing() + recent.missing(), asOf);
  }

  public Count of(String item) {
    int number = names.find(item);
    return number < 0 ? Count.NONE : new Count(all.of(number), recent.of(number));
  }

  /** In how many baskets two items were together. */
  public Count of(String one, String other) {
    int a = names.find(one);
    int b = names.find(other);
    return a < 0 || b < 0 ? Count.NONE : new Count(all.of(a, b), recent.of(a, b));
  }

  public void eachItem(IntConsumer visitor) {
    names.each(visitor);
  }

  /** The number of an item that was counted. */
  public int number(String item) {
    return names.find(item);
  }

  /** The name of an item; null if it was forgotten since it had the number. */
  public String name(int item) {
    return names.name(item);
  }

  /** All counts, to look through. */
  public PairCounts all() {
    return all;
  }

  public PairCounts recent() {
    return recent;
  }

  public void write(DataOutput out) throws IOException {
    names.write(out);
    all.write(out);
    recent.write(out);
    out.writeLong(today);
    out.writeInt(days.size());
    for (var day : days.entrySet()) {
      out.writeLong(day.getKey());
      day.getValue().write(out);
    }
  }

  public static Affinities read(DataInput in) throws IOException {
    var names = Names.read(in);
    var all = PairCounts.read(MOST_PAIRS, in);
    var recent = PairCounts.read(MOST_PAIRS, in);
    var read = new Affinities(MOST_ITEMS, MOST_PAIRS_OF_DAY, names, all, recent);
    read.today = in.readLong();
    Map<Long, PairCounts> days = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      days.put(in.readLong(), recent.part(MOST_PAIRS_OF_DAY).read(in));
    }
    read.days.putAll(days);
    return read;
  }
}
