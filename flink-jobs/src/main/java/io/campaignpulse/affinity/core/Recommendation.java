package io.campaignpulse.affinity.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a customer may buy next: what others bought together with what they have. */
public final class Recommendation {
  private static final Comparator<Rated> BEST_FIRST =
      Comparator.comparingDouble(Rated::score).reversed().thenComparing(Rated::item);

  /** As how many baskets the share of all counts beside those that hold an item. */
  private static final double PRIOR_BASKETS = 5;

  private Recommendation() {}

  private record Rated(String item, double score) {}

  /**
   * The items that go best with those that a customer has, by the sum of confidences from each of
   * them: how likely a basket holds the item that holds the other. Where few baskets hold that, the
   * share of all baskets counts with it (an m-estimate), so that with little data the most popular
   * come first.
   *
   * @param from what the customer has, as far as it matters
   * @param without items that are not to be recommended
   */
  public static List<String> byAffinity(
      Affinities affinities, Collection<String> from, Set<String> without, int most) {
    var all = affinities.all();
    var numbers =
        from.stream().mapToInt(affinities::number).filter(number -> number >= 0).toArray();
    return best(
        affinities,
        without,
        most,
        item -> {
          double chance = PRIOR_BASKETS * all.of(item) / Math.max(1, all.baskets());
          double score = chance;
          for (int each : numbers) {
            score += (all.of(each, item) + chance) / (all.of(each) + PRIOR_BASKETS);
          }
          return score;
        });
  }

  /** The items that most baskets hold. */
  public static List<String> byPopularity(Affinities affinities, Set<String> without, int most) {
    return best(affinities, without, most, item -> affinities.all().of(item));
  }

  private interface Rating {
    double of(int item);
  }

  private static List<String> best(
      Affinities affinities, Set<String> without, int most, Rating rating) {
    var rated = new ArrayList<Rated>();
    affinities.eachItem(
        item -> {
          double score = rating.of(item);
          if (score > 0 && !without.contains(affinities.name(item))) {
            rated.add(new Rated(affinities.name(item), score));
          }
        });
    rated.sort(BEST_FIRST);
    return rated.stream().limit(most).map(Rated::item).toList();
  }

  /** Whether any of the recommended items is in a basket. */
  public static boolean hits(Collection<String> recommended, Collection<String> basket) {
    var both = new HashSet<>(recommended);
    both.retainAll(basket);
    return !both.isEmpty();
  }
}
