package io.campaignpulse.affinity.core;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * In how many baskets each item was, and each pair of items; items are numbers. Exact as long as no
 * more pairs came up than are kept. Beyond that the rarest are forgotten (lossy counting, Manku and
 * Motwani 2002): counts are then never too high, and too low by {@link #missing} at most.
 */
public final class PairCounts {
  private static final int SAMPLE = 1_001;

  private final int mostPairs;

  /** What this counts a part of, and so must not count more than; null for none. */
  private final PairCounts whole;

  private final Int2IntOpenHashMap items = new Int2IntOpenHashMap();
  private final Long2IntOpenHashMap pairs = new Long2IntOpenHashMap();
  private long baskets;
  private long missing;

  PairCounts(int mostPairs) {
    this(mostPairs, null);
  }

  private PairCounts(int mostPairs, PairCounts whole) {
    this.mostPairs = mostPairs;
    this.whole = whole;
  }

  /** Counts of a part of this, which {@link #subtract} takes out one day. */
  PairCounts part(int mostPairsOfIt) {
    return new PairCounts(mostPairsOfIt, this);
  }

  /** What is told of each pair. */
  public interface Visitor {
    void pair(int one, int other, int baskets);
  }

  public long baskets() {
    return baskets;
  }

  /** By how many baskets the count of a pair may be too low. */
  public long missing() {
    return missing;
  }

  public int of(int item) {
    return items.get(item);
  }

  /** The order of the two does not matter. */
  public int of(int one, int other) {
    return pairs.get(key(one, other));
  }

  int pairs() {
    return pairs.size();
  }

  /**
   * Adds a basket, or takes one out.
   *
   * @param basket different items
   * @param times 1, or -1 to take it out
   */
  void add(int[] basket, int times) {
    baskets += times;
    for (int i = 0; i < basket.length; i++) {
      add(basket[i], times);
      for (int j = i + 1; j < basket.length; j++) {
        add(key(basket[i], basket[j]), times);
      }
    }
    if (pairs.size() > mostPairs) {
      forgetRarest();
    }
  }

  /** Takes out all that a part counts, and what it forgot with it. */
  void subtract(PairCounts part) {
    baskets -= part.baskets;
    missing -= part.missing;
    part.items.int2IntEntrySet().fastForEach(each -> add(each.getIntKey(), -each.getIntValue()));
    part.pairs.long2IntEntrySet().fastForEach(each -> add(each.getLongKey(), -each.getIntValue()));
  }

  private void add(int item, int times) {
    if (items.addTo(item, times) + times <= 0) {
      items.remove(item);
    }
  }

  private void add(long pair, int times) {
    if (pairs.addTo(pair, times) + times <= 0) {
      pairs.remove(pair);
    }
  }

  public void each(Visitor visitor) {
    pairs
        .long2IntEntrySet()
        .fastForEach(
            each -> {
              long key = each.getLongKey();
              visitor.pair((int) (key >>> Integer.SIZE), (int) key, each.getIntValue());
            });
  }

  /** Forgets all that is known of some items. */
  void forget(IntSet gone) {
    items.keySet().removeAll(gone);
    pairs
        .keySet()
        .removeIf(key -> gone.contains((int) (key >>> Integer.SIZE)) || gone.contains((int) key));
  }

  /**
   * Halves the pairs, so that each forgetting pays for as many pairs to come. What a part forgets
   * its whole forgets, too: nobody could take it out any more.
   */
  private void forgetRarest() {
    int threshold = median();
    var each = pairs.long2IntEntrySet().fastIterator();
    while (each.hasNext()) {
      var pair = each.next();
      if (pair.getIntValue() <= threshold) {
        if (whole != null) {
          whole.add(pair.getLongKey(), -pair.getIntValue());
        }
        each.remove();
      }
    }
    missing += threshold;
    if (whole != null) {
      whole.missing += threshold;
    }
  }

  private int median() {
    var sample = new int[SAMPLE];
    int step = Math.max(1, pairs.size() / SAMPLE);
    int taken = 0;
    int place = 0;
    for (var values = pairs.values().iterator(); values.hasNext() && taken < SAMPLE; place++) {
      int count = values.nextInt();
      if (place % step == 0) {
        sample[taken++] = count;
      }
    }
    Arrays.sort(sample, 0, taken);
    return sample[taken / 2];
  }

  private static long key(int one, int other) {
    return one < other ? (long) one << Integer.SIZE | other : (long) other << Integer.SIZE | one;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(baskets);
    out.writeLong(missing);
    out.writeInt(items.size());
    for (var each : items.int2IntEntrySet()) {
      out.writeInt(each.getIntKey());
      out.writeInt(each.getIntValue());
    }
    out.writeInt(pairs.size());
    for (var each : pairs.long2IntEntrySet()) {
      out.writeLong(each.getLongKey());
      out.writeInt(each.getIntValue());
    }
  }

  static PairCounts read(int mostPairs, DataInput in) throws IOException {
    return new PairCounts(mostPairs).read(in);
  }

  /** Reads what was written into these empty counts. */
  PairCounts read(DataInput in) throws IOException {
    baskets = in.readLong();
    missing = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      items.put(in.readInt(), in.readInt());
    }
    for (int left = in.readInt(); left > 0; left--) {
      pairs.put(in.readLong(), in.readInt());
    }
    return this;
  }
}
