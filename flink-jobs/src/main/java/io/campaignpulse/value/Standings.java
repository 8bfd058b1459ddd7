package io.campaignpulse.value;

import io.campaignpulse.events.views.ValueRanks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Where each buyer of a subtask stands: what they are worth and the tier they were put in. Held in
 * memory, some 120 bytes a buyer, so that a look at how worth is spread, or at whom a border that
 * moved parts from their tier, reads no state and keeps no event waiting.
 */
public final class Standings {
  private final Map<String, Standing> buyers = new HashMap<>();
  private boolean complete;

  private record Standing(double worth, boolean repeats, String tier) {}

  /** Takes note of what a customer was last told to be worth, and of their tier. */
  public void note(String customer, Valued valued) {
    var tier = valued.tier == null ? ValueRanks.C : valued.tier;
    if (!valued.none() || valued.toldWorth > 0 || !tier.equals(ValueRanks.C)) {
      var repeats = valued.toldPurchaseDays > 1;
      buyers.put(customer, new Standing(valued.toldWorth, repeats, tier));
    } else {
      buyers.remove(customer);
    }
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
    return List.copyOf(buyers.keySet());
  }

  /**
   * Those who are not in the tier that they should be in.
   *
   * @param tier of a worth
   */
  List<String> misplaced(DoubleFunction<String> tier) {
    var misplaced = new ArrayList<String>();
    buyers.forEach(
        (customer, standing) -> {
          if (!standing.tier.equals(tier.apply(standing.worth))) {
            misplaced.add(customer);
          }
        });
    return misplaced;
  }

  /** How their worth is spread. */
  Census census() {
    var census = new Census();
    buyers.values().forEach(standing -> census.add(standing.worth, standing.repeats));
    return census;
  }
}
