package io.campaignpulse.value;

import io.campaignpulse.events.views.ValueRanks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Where each buyer of a subtask stands: what they are worth and the tier they were put in. Held in
 * memory, some 120 bytes a buyer, so that a look at how worth is spread, or at whom a border that
 * moved parts from their tier, reads no state and keeps no event waiting. What a look reads lies
 * side by side: buyer by buyer through a map, it waited for memory at each.
 */
public final class Standings {
  private static final List<String> TIERS = List.of(ValueRanks.A, ValueRanks.B, ValueRanks.C);
  private static final int FEW = 16;

  /** Where each buyer stands in the arrays, which have no gaps. */
  private final Map<String, Integer> places = new HashMap<>();

  private String[] buyers = new String[FEW];
  private double[] worths = new double[FEW];
  private boolean[] repeat = new boolean[FEW];

  /** Places in {@link #TIERS}. */
  private byte[] tiers = new byte[FEW];

  private boolean complete;

  /** Takes note of what a customer was last told to be worth, and of their tier. */
  public void note(String customer, Valued valued) {
    var tier = valued.tier == null ? ValueRanks.C : valued.tier;
    if (!valued.none() || valued.toldWorth > 0 || !tier.equals(ValueRanks.C)) {
      int place = place(customer);
      worths[place] = valued.toldWorth;
      repeat[place] = valued.toldPurchaseDays > 1;
      tiers[place] = (byte) TIERS.indexOf(tier);
    } else {
      remove(customer);
    }
  }

  private int place(String customer) {
    var known = places.get(customer);
    if (known != null) {
      return known;
    }
    int place = size();
    if (place == buyers.length) {
      int most = place + place / 2;
      buyers = Arrays.copyOf(buyers, most);
      worths = Arrays.copyOf(worths, most);
      repeat = Arrays.copyOf(repeat, most);
      tiers = Arrays.copyOf(tiers, most);
    }
    places.put(customer, place);
    buyers[place] = customer;
    return place;
  }

  /** The last takes the place of one who goes. */
  private void remove(String customer) {
    var place = places.remove(customer);
    if (place == null) {
      return;
    }
    int last = size();
    if (place < last) {
      places.put(buyers[last], place);
      buyers[place] = buyers[last];
      worths[place] = worths[last];
      repeat[place] = repeat[last];
      tiers[place] = tiers[last];
    }
    buyers[last] = null;
  }

  /** All buyers there are have been noted, those too who were kept before the start. */
  void completed() {
    complete = true;
  }

  boolean complete() {
    return complete;
  }

  /** All who were ever seen to buy, as of now. */
  public List<String> buyers() {
    return List.of(Arrays.copyOf(buyers, size()));
  }

  /**
   * Those who are not in the tier that they should be in.
   *
   * @param tier of a worth
   */
  List<String> misplaced(DoubleFunction<String> tier) {
    var misplaced = new ArrayList<String>();
    for (int place = 0; place < size(); place++) {
      if (!TIERS.get(tiers[place]).equals(tier.apply(worths[place]))) {
        misplaced.add(buyers[place]);
      }
    }
    return misplaced;
  }

  /** How many there are. */
  int size() {
    return places.size();
  }

  /** What a buyer is worth, by their place among all. */
  double worth(int place) {
    return worths[place];
  }

  /** Whether a buyer has bought on more than one day. */
  boolean repeats(int place) {
    return repeat[place];
  }
}
