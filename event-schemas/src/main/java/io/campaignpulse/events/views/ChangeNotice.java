package io.campaignpulse.events.views;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was just written to the serving store, so that readers fetch only that.
 *
 * @param campaigns the campaigns whose figures changed, each with the epoch minutes that changed
 * @param arrivals whether {@link Arrivals} was written
 * @param queues the queues whose calls or state changed
 */
public record ChangeNotice(
    Map<String, List<Long>> campaigns, boolean arrivals, Set<String> queues) {
  public ChangeNotice {
    queues = queues == null ? Set.of() : queues;
  }
}
