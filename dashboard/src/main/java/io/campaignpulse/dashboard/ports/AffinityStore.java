package io.campaignpulse.dashboard.ports;

import io.campaignpulse.events.views.Affinity.Count;
import io.campaignpulse.events.views.Affinity.Kind;
import io.campaignpulse.events.views.Affinity.Pair;
import io.campaignpulse.events.views.Affinity.Partner;
import io.campaignpulse.events.views.Affinity.Total;
import java.util.List;
import java.util.Map;

/**
 * Read side of what is bought together; every method may throw {@link StoreUnavailableException}.
 */
public interface AffinityStore {
  /**
   * What was in baskets with an item.
   *
   * @param partners those most often in them; none for an item that was in no basket, or always
   *     alone
   * @param partnersInAll how many there are
   * @param counts in how many baskets each partner was; those not known are left out
   */
  record Around(
      Total total,
      Count count,
      List<Partner> partners,
      int partnersInAll,
      Map<String, Count> counts) {}

  Around around(Kind kind, String item);

  /**
   * The pairs that belong together most.
   *
   * @param counts in how many baskets each of their items was; those not known are left out
   */
  record Strong(Total total, List<Pair> pairs, Map<String, Count> counts) {}

  Strong strongest(Kind kind);
}
