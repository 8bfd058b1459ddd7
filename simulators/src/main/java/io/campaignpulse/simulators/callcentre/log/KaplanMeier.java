package io.campaignpulse.simulators.callcentre.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The distribution of patience, estimated from calls of which many were answered before their
 * patience ended. Beyond the last hang-up nothing is known: who outlasts it is taken to stay.
 */
public final class KaplanMeier {
  private final List<Double> times = new ArrayList<>();
  private final List<Double> survivals = new ArrayList<>();

  /**
   * How long somebody was seen to wait.
   *
   * @param hungUp or else answered, and would have waited longer
   */
  public record Seen(double waited, boolean hungUp) {}

  private KaplanMeier() {}

  public static KaplanMeier of(Collection<Seen> all) {
    var hangUps = new TreeMap<Double, Integer>();
    var ends = new TreeMap<Double, Integer>();
    for (var seen : all) {
      ends.merge(seen.waited, 1, Integer::sum);
      hangUps.merge(seen.waited, seen.hungUp ? 1 : 0, Integer::sum);
    }
    var estimate = new KaplanMeier();
    var waiting = all.size();
    var survival = 1.0;
    for (var end : ends.entrySet()) {
      int left = hangUps.get(end.getKey());
      if (left > 0) {
        survival *= 1 - (double) left / waiting;
        estimate.times.add(end.getKey());
        estimate.survivals.add(survival);
      }
      waiting -= end.getValue();
    }
    return estimate;
  }

  /** Share of callers who are more patient than this. */
  public double survival(double time) {
    var survival = 1.0;
    for (int i = 0; i < times.size() && times.get(i) <= time; i++) {
      survival = survivals.get(i);
    }
    return survival;
  }

  /**
   * The patience of somebody who has waited so long already.
   *
   * @param u even over 0 to 1
   */
  public double patience(double waited, double u) {
    var level = survival(waited) * (1 - u);
    var low = 0;
    var high = times.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (survivals.get(middle) < level) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low < times.size() ? times.get(low) : Double.POSITIVE_INFINITY;
  }
}
